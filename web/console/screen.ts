import { screen } from '../app/screen.ts';

export default screen({
  path: '/console/*?',
  nav: { label: { en: 'Console', de: 'Konsole' }, href: '/console' },
  scopes: ['operator'],
  load: () => import('./console.tsx'),
});
