import type { DataOf } from './catalog.ts';
import type { Envelope } from './envelope.ts';

/**
 * The events that are sent by webhook, one by one: a new type is sent when somebody has thought about who may see what is in
 * it, and added it here. None of a player is: they bear sealed profiles. None of a subscription is: it may be another's.
 */
export const WEBHOOK_TYPES = [
  'match.scheduled',
  'match.rescheduled',
  'match.postponed',
  'match.started',
  'match.finished',
  'match.result-corrected',
  'match.result-withdrawn',
  'match.cancelled',
  'match.reinstated',
  'match.awarded',
  'prediction.created',
  'prediction.revised',
  'prediction.cancelled',
  'prediction.evaluated',
  'prediction.reopened',
  'pool.created',
  'pool.rules-changed',
  'pool.player-joined',
  'pool.player-left',
] as const;

type WebhookType = (typeof WEBHOOK_TYPES)[number];

/** An event as it is sent. `timestamp` is that of the Standard Webhooks payload: when the event occurred. */
export type SentEvent = Omit<Envelope, 'type' | 'data'> & {
  readonly type: WebhookType;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
};

type Evaluated = DataOf<'prediction.evaluated'>;

const isSent = (event: Envelope): event is Envelope<WebhookType> =>
  (WEBHOOK_TYPES as readonly string[]).includes(event.type);

/**
 * What an evaluation shows of the pick. All of it when the match was played: then its picks were locked. A match may be
 * cancelled or awarded before its kick-off, and open again for picks later; what tells the pick then stays away.
 */
const evaluated = (data: Evaluated): Readonly<Record<string, unknown>> => {
  const { predicted: _, confidence: __, verdict, ...rest } = data;
  if (verdict.kind === 'void') return { ...rest, verdict };
  if (!verdict.awarded) return { ...data };
  const { byBasis: ___, ...shown } = verdict;
  return { ...rest, verdict: shown };
};

/** The data of an event without what nobody may see before the lock of the match. A webhook is not held back until then. */
const shown = (event: Envelope<WebhookType>): Readonly<Record<string, unknown>> => {
  switch (event.type) {
    case 'prediction.created': {
      const { predicted: _, confidence: __, ...rest } = event.data;
      return rest;
    }
    case 'prediction.revised': {
      const { predicted: _, confidence: __, previous: ___, ...rest } = event.data;
      return rest;
    }
    case 'prediction.evaluated':
      return evaluated(event.data);
    default:
      return { ...event.data };
  }
};

/** An event as a webhook shows it; undefined for what is not sent. */
export const sentEvent = (event: Envelope): SentEvent | undefined =>
  isSent(event) ? { ...event, timestamp: event.occurredAt, data: shown(event) } : undefined;
