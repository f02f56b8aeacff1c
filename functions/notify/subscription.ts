import { subscription } from '../../shared/events/subscription.ts';

/**
 * The results of predictions and matches, and predictions of which a player is more than 80 % sure (HIGH_CONFIDENCE); and, for
 * reminders, when matches kick off and who plays.
 */
export default subscription({
  routes: [
    { types: ['prediction.evaluated'] },
    { types: ['match.finished', 'match.awarded', 'match.result-corrected'] },
    { types: ['prediction.created'], filter: { data: { confidence: [{ numeric: ['>', 0.8] }] } } },
    { types: ['match.scheduled', 'match.rescheduled', 'match.reinstated'] },
    { types: ['pool.player-joined', 'pool.player-left'] },
  ],
  access: ['inbox:put', 'standings:read', 'events:read', 'archive:read'],
  batchSize: 100,
  batchWindow: 1,
});
