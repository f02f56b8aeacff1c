import { subscription } from '../../shared/events/subscription.ts';

/** Everything that happens to a prediction counts. */
export default subscription({
  routes: [{ types: ['prediction.*'] }],
  access: ['statistics:project'],
  batchSize: 100,
  batchWindow: 5,
});
