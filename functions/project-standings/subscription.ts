import { subscription } from '../../shared/events/subscription.ts';

/** Whatever moves a table: verdicts on predictions, matches that count or no longer do, pools, and players who come and go. */
export default subscription({
  routes: [
    { types: ['prediction.evaluated', 'prediction.reopened', 'prediction.cancelled'] },
    { types: ['match.finished', 'match.awarded', 'match.cancelled', 'match.result-withdrawn', 'match.reinstated'] },
    { types: ['pool.created', 'pool.player-joined', 'pool.player-left'] },
  ],
  access: ['standings:project'],
});
