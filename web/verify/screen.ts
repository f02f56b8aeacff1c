import { screen } from '../app/screen.ts';

/** For everybody: a receipt is checked without an account. */
export default screen({
  path: '/verify',
  nav: { label: { en: 'Check a receipt', de: 'Beleg prüfen' }, href: '/verify' },
  load: () => import('./verify.tsx'),
});
