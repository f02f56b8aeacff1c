import { screen } from '../app/screen.ts';

export default screen({ path: '/', load: () => import('./welcome.tsx') });
