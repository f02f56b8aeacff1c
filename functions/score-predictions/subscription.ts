import { subscription } from '../../shared/events/subscription.ts';

/** A match that was played, decided, called off or opened again settles all its predictions. */
export default subscription({
  routes: [
    {
      types: [
        'match.finished',
        'match.result-corrected',
        'match.result-withdrawn',
        'match.cancelled',
        'match.reinstated',
        'match.awarded',
      ],
    },
  ],
  access: ['events:read', 'events:append', 'archive:read'],
  timeout: 60,
  memory: 512,
  batchSize: 1,
});
