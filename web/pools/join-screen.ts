import { screen } from '../app/screen.ts';

/** Where the link of an invite leads. The code is in the fragment, which no server is sent; as a part of the path it is taken too. */
export const joinScreen = screen({ path: '/join/:code?', scopes: ['player'], load: () => import('./join.tsx') });
