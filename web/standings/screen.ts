import { screen } from '../app/screen.ts';

export default screen({
  path: '/standings',
  scopes: ['player', 'organiser', 'operator', 'producer'],
  nav: { label: { en: 'Standings', de: 'Tabelle' }, href: '/standings' },
  load: () => import('./standings.tsx'),
});
