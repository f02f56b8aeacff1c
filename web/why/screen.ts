import { screen } from '../app/screen.ts';

export default screen({
  path: '/why/:predictionId?',
  scopes: ['player', 'organiser'],
  nav: { label: { en: 'Why', de: 'Warum' }, href: '/why' },
  load: () => import('./why.tsx'),
});
