import { screen } from '../app/screen.ts';

export default screen({
  path: '/pools/:poolId?',
  nav: { href: '/pools', label: { en: 'Pools', de: 'Tipprunden' } },
  scopes: ['player', 'organiser'],
  load: () => import('./pools.tsx'),
});
