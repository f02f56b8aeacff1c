import { subscription } from '../../shared/events/subscription.ts';

/** The results of predictions and matches, and predictions of which a player is more than 80 % sure (HIGH_CONFIDENCE). */
export default subscription({
  routes: [
    { types: ['prediction.evaluated'] },
    { types: ['match.finished', 'match.awarded', 'match.result-corrected'] },
    { types: ['prediction.created'], filter: { data: { confidence: [{ numeric: ['>', 0.8] }] } } },
  ],
  access: ['inbox:put'],
  batchSize: 100,
  batchWindow: 1,
});
