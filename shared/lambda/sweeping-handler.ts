import { MetricUnit } from '@aws-lambda-powertools/metrics';
import middy, { type MiddyfiedHandler } from '@middy/core';
import type { Swept } from '../application/sweep.ts';
import { logger, metrics } from './observe.ts';

/**
 * A sweep came to its end before that of the ledger: the bus does not take events.
 *
 * @public
 */
export class SweepError extends Error {
  override readonly name = 'SweepError';
}

/** The scheduled function that sweeps: names what was stored and not published, raises the alarm, and fails when it stays so. */
export const sweepingHandler = (sweep: (now: Date) => Promise<Swept>): MiddyfiedHandler<unknown, void> =>
  middy<unknown, void>()
    .before(({ context }) => logger.addContext(context))
    .onError(({ error }) => logger.error('sweeping failed', error as Error))
    .handler(async () => {
      const { fates, closed, waiting, first } = await sweep(new Date());
      metrics.addMetric('compared', MetricUnit.Count, fates.published + fates.quarantined + fates.missing);
      metrics.addMetric('storedNotPublished', MetricUnit.Count, fates.missing);
      metrics.addMetric('closed', MetricUnit.Count, closed);
      metrics.publishStoredMetrics();
      if (fates.missing > 0)
        logger.error('commits were stored and not published', { count: fates.missing, closed, waiting, first });
      if (waiting > 0) throw new SweepError(`${waiting} commits could not be published: the bus does not take them`);
    });
