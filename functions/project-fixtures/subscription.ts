import { subscription } from '../../shared/events/subscription.ts';

/** All that happens to a match: a season of one league has some 1,500 such events. */
export default subscription({
  routes: [
    { types: ['match.scheduled', 'match.rescheduled', 'match.postponed', 'match.started', 'match.finished'] },
    { types: ['match.result-corrected', 'match.result-withdrawn', 'match.awarded'] },
    { types: ['match.cancelled', 'match.reinstated'] },
  ],
  access: ['fixtures:project'],
  batchSize: 100,
  batchWindow: 1,
  // All of them count in the same item of the competition.
  maxConcurrency: 2,
});
