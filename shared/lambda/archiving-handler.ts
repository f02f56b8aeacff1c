import { MetricUnit } from '@aws-lambda-powertools/metrics';
import middy, { type MiddyfiedHandler } from '@middy/core';
import type { Archived } from '../application/archive-closed.ts';
import { logger, metrics } from './observe.ts';

/** No match is begun when less than this is left, in milliseconds: a large one takes minutes. One that is cut short goes on the next time. */
const RESERVE_MS = 5 * 60_000;

/** The scheduled function that archives closed streams: says how many, and raises the alarm for those that cannot be. */
export const archivingHandler = (
  archive: (mayGoOn: () => boolean) => Promise<Archived>,
): MiddyfiedHandler<unknown, void> =>
  middy<unknown, void>()
    .before(({ context }) => logger.addContext(context))
    .onError(({ error }) => logger.error('archiving failed', error as Error))
    .handler(async (_event, context) => {
      const { matches, commits, failures, left } = await archive(() => context.getRemainingTimeInMillis() > RESERVE_MS);
      metrics.addMetric('archived', MetricUnit.Count, commits);
      metrics.addMetric('unarchivable', MetricUnit.Count, failures.length);
      metrics.publishStoredMetrics();
      logger.info('closed matches were archived', { matches, commits, left });
      for (const failure of failures.slice(0, 10)) logger.error('a closed match cannot be archived', { failure });
    });
