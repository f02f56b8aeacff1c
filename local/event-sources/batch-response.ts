import { isObject, textAt } from '../json.ts';
import type { InvocationResult } from '../types.ts';
import type { Mapping } from './mapping.ts';

/** What an invocation says of its batch: the identifiers that failed; all of them when it failed as a whole. */
export type BatchOutcome =
  | { readonly failed: 'all'; readonly reason: string }
  | { readonly failed: ReadonlySet<string> };

const NOTHING: BatchOutcome = { failed: new Set() };

/**
 * Reads a batch response. A malformed one, or one that names what was not in the batch, fails the whole batch.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export const batchOutcome = (mapping: Mapping, result: InvocationResult, sent: ReadonlySet<string>): BatchOutcome => {
  if (result.status !== 'succeeded') {
    return { failed: 'all', reason: `${result.status}: ${result.error.errorType}: ${result.error.errorMessage}` };
  }
  const { payload } = result;
  if (!mapping.reportsItemFailures || !isObject(payload)) return NOTHING;
  const failures = payload.batchItemFailures;
  if (failures === undefined || failures === null) return NOTHING;
  if (!Array.isArray(failures)) return { failed: 'all', reason: 'batchItemFailures is no list' };
  const ids = failures.map(failure => (isObject(failure) ? textAt(failure, 'itemIdentifier') : undefined));
  const foreign = ids.find(id => id === undefined || !sent.has(id));
  if (ids.includes(undefined) || foreign !== undefined) {
    return { failed: 'all', reason: `batchItemFailures names "${foreign}", which was not in the batch` };
  }
  return { failed: new Set(ids.filter(id => id !== undefined)) };
};
