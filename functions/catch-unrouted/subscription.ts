import { subscription } from '../../shared/events/subscription.ts';

/** The default route: every type that no other subscription names. */
export default subscription({ routes: 'otherwise', access: [], batchSize: 100, batchWindow: 5 });
