document.title = 'A page with a script';
