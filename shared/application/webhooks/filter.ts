import { compilePattern, InvalidPatternError } from '../../../patterns/event-pattern.ts';
import type { Json } from '../../../patterns/json.ts';
import type { Pattern } from '../../domain/subscription.ts';
import type { SentEvent } from '../../events/webhook-events.ts';

/** As EventBridge, which takes as much: what a match may cost follows from it. */
const MAX_PATTERN_BYTES = 4096;

/** A pattern that EventBridge would refuse, or a longer one. `path` leads to the part that is wrong. */
export class InvalidFilterError extends Error {
  override readonly name = 'InvalidFilterError';
  readonly path: string;
  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.path = path;
  }
}

/** Whether a subscription takes an event. */
export type Filter = (event: SentEvent) => boolean;

/**
 * Compiles the pattern of a subscription. It sees an event as it is sent, in the form it has on the bus: so it cannot ask for
 * what the webhook does not show.
 *
 * @example compileFilter({ 'detail-type': [{ prefix: 'match.' }], detail: { data: { competition: ['bundesliga-2023-24'] } } })
 * @throws InvalidFilterError
 */
export const compileFilter = (pattern: Pattern): Filter => {
  const bytes = new TextEncoder().encode(JSON.stringify(pattern)).length;
  if (bytes > MAX_PATTERN_BYTES) throw new InvalidFilterError('', `a pattern may take ${MAX_PATTERN_BYTES} bytes`);
  try {
    // What was parsed from JSON, or stored as such.
    const compiled = compilePattern(pattern as Json);
    return event =>
      compiled.matches({
        source: 'matchday',
        'detail-type': event.type,
        time: event.occurredAt,
        detail: event as unknown as Json,
      });
  } catch (cause) {
    if (!(cause instanceof InvalidPatternError)) throw cause;
    throw new InvalidFilterError(cause.path, cause.reason, { cause });
  }
};
