import type { Envelope } from '../events/envelope.ts';
import { predictionPartitions } from '../events/streams.ts';
import { type LoadedMatch, loadMatch, settlePrediction } from './commands.ts';
import type { LoadedStream } from './event-store.ts';
import type { CommandContext, Dependencies } from './execution.ts';
import { type Outcome, skipped, succeeded } from './outcome.ts';
import { inParallel } from './parallel.ts';

/** Predictions settled at the same time: enough to hide the latency of a write, few enough for one function's sockets. */
const PARALLEL = 32;

/**
 * Settles every prediction of a match by all that the match's stream says up to now: it does not matter which of its
 * events is delivered first, or twice. A prediction that has taken account of them already is left alone.
 *
 * @param context of the match event: the evaluations are caused by it.
 */
export const settleMatch = async (
  dependencies: Dependencies,
  event: Envelope,
  context: CommandContext,
): Promise<Outcome> => {
  if (!('matchId' in event.data)) return skipped('not about a match');
  const { tenantId } = event;
  const { matchId } = event.data;
  const match: LoadedMatch = await loadMatch(dependencies, tenantId, matchId);
  const partitions = await Promise.all(
    predictionPartitions(matchId).map(partition => dependencies.store.loadPartition(tenantId, partition)),
  );
  const predictions: readonly LoadedStream[] = partitions.flat();
  let settled = 0;
  await inParallel(PARALLEL, predictions, async prediction => {
    const { events } = await settlePrediction(dependencies, context, prediction, match.settlements);
    settled += events.length;
  });
  return settled > 0 || predictions.length === 0 ? succeeded : skipped('every prediction is settled');
};
