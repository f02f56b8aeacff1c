import { MetricUnit } from '@aws-lambda-powertools/metrics';
import middy, { type MiddyfiedHandler } from '@middy/core';
import type { Anchored } from '../application/anchor-heads.ts';
import { logger, metrics } from './observe.ts';

/** The scheduled function that anchors: says how many streams it did, and raises the alarm for those that contradict their anchors. */
export const anchoringHandler = (anchor: () => Promise<Anchored>): MiddyfiedHandler<unknown, void> =>
  middy<unknown, void>()
    .before(({ context }) => logger.addContext(context))
    .onError(({ error }) => logger.error('anchoring failed', error as Error))
    .handler(async () => {
      const { number, streams, contradicted } = await anchor();
      metrics.addMetric('anchored', MetricUnit.Count, streams);
      metrics.addMetric('contradicted', MetricUnit.Count, contradicted.length);
      metrics.publishStoredMetrics();
      if (number !== undefined) logger.info('heads were anchored', { number, streams });
      if (contradicted.length > 0)
        logger.error('the ledger contradicts its anchors', {
          count: contradicted.length,
          first: contradicted.slice(0, 10),
        });
    });
