import { screen } from '../app/screen.ts';

export default screen({
  path: '/play/:competition?',
  nav: { href: '/play', label: { en: 'Play', de: 'Tippen' } },
  scopes: ['player'],
  load: () => import('./play.tsx'),
});
