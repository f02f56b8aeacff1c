import { SETTLING_EVENTS } from '../../shared/events/settling-events.ts';
import { subscription } from '../../shared/events/subscription.ts';

/** A match that was played, decided, called off or opened again settles all its predictions. */
export default subscription({
  routes: [{ types: SETTLING_EVENTS }],
  access: ['events:read', 'events:append', 'archive:read'],
  timeout: 60,
  memory: 512,
  batchSize: 1,
});
