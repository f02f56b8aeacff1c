import { screen } from '../../app/screen.ts';

export default screen({
  path: '/standings/player/:playerId',
  scopes: ['player', 'organiser'],
  load: () => import('./player.tsx'),
});
