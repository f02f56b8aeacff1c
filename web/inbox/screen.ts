import { screen } from '../app/screen.ts';

/** One comes to it by the bell. */
export default screen({ path: '/inbox', scopes: ['player', 'organiser'], load: () => import('./inbox.tsx') });
