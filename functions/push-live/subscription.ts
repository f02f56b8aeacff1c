import { LIVE_MATCH_TYPES, LIVE_POOL_TYPES } from '../../shared/events/live-events.ts';
import { subscription } from '../../shared/events/subscription.ts';

/** What moves a page that somebody looks at. At once: nobody waits for a batch to fill. */
export default subscription({
  routes: [{ types: LIVE_MATCH_TYPES }, { types: LIVE_POOL_TYPES }],
  access: ['live:publish'],
  outbound: true,
  timeout: 15,
  maxConcurrency: 2,
});
