import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { keepFocus } from './ui/keep-focus.ts';
import './ui/tokens.css';
import './ui/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
keepFocus(document);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
