import { MetricUnit } from '@aws-lambda-powertools/metrics';
import middy, { type MiddyfiedHandler } from '@middy/core';
import type { ScheduledEvent } from 'aws-lambda';
import type { Reminded } from '../application/notifications/remind.ts';
import { logger, metrics } from './observe.ts';

/**
 * The scheduled function that reminds players. A run has the name of the time it was due at, which is the same when it is
 * started again.
 */
export const remindingHandler = (
  remind: (run: string) => Promise<Reminded>,
): MiddyfiedHandler<Pick<ScheduledEvent, 'time'>, void> =>
  middy<Pick<ScheduledEvent, 'time'>, void>()
    .before(({ context }) => logger.addContext(context))
    .onError(({ error }) => logger.error('reminding failed', error as Error))
    .handler(async ({ time }) => {
      const { matches, players } = await remind(new Date(time).toISOString());
      metrics.addMetric('reminded', MetricUnit.Count, players);
      metrics.publishStoredMetrics();
      if (matches > 0) logger.info('players were reminded', { matches, players });
    });
