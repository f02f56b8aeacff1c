import type { EventOutcomes, OutcomeStatus } from '../api-types.ts';

/** Every way in which an event ends at a handler, the worst last. */
export const STATUSES = [
  'succeeded',
  'skipped',
  'parked',
  'failed',
  'dead-lettered',
] as const satisfies readonly OutcomeStatus[];

/** A sign for each, so that colour is not alone. */
export const SIGNS: Readonly<Record<OutcomeStatus, string>> = {
  succeeded: '✓',
  skipped: '○',
  parked: '‖',
  failed: '↻',
  'dead-lettered': '✕',
};

/** How many handlers came to each end, in the order of {@link STATUSES}. */
export const countsOf = ({ outcomes }: EventOutcomes): readonly (readonly [OutcomeStatus, number])[] =>
  STATUSES.flatMap(status => {
    const count = outcomes.filter(outcome => outcome.status === status).length;
    return count > 0 ? [[status, count] as const] : [];
  });
