import { screen } from '../app/screen.ts';

export default screen({
  path: '/demo',
  nav: { label: { en: 'Demo', de: 'Demo' }, href: '/demo' },
  demoOnly: true,
  load: () => import('./demo.tsx'),
});
