import type { Score } from '../domain/score.ts';
import { scoredUnder } from '../domain/verdict.ts';
import type { Envelope } from '../events/envelope.ts';
import { type Outcome, skipped, succeeded } from './outcome.ts';

/** A message for a player, or for everybody who follows a competition. */
export interface Notification {
  readonly tenantId: string;
  /** `player#<id>` or `competition#<id>`. */
  readonly inbox: string;
  /** The event it tells of: an event makes one notification in an inbox, however often it is delivered. */
  readonly eventId: string;
  readonly kind: 'prediction-result' | 'match-result' | 'high-confidence';
  readonly at: string;
  readonly text: string;
}

/** Where notifications are kept. */
export interface Inbox {
  /** Keeps notifications, each once. @returns those that were not there */
  put(notifications: readonly Notification[]): Promise<readonly Notification[]>;
}

/** Above this stated confidence a prediction is worth a word. The rule of the subscription filters by the same number. */
export const HIGH_CONFIDENCE = 0.8;

const show = ({ home, away }: Score): string => `${home}:${away}`;

/** What an event has to say, and to whom; undefined: nothing. */
export const notificationOf = (event: Envelope): Notification | undefined => {
  const common = { tenantId: event.tenantId, eventId: event.id, at: event.occurredAt };
  switch (event.type) {
    case 'prediction.evaluated': {
      const { playerId, matchId, predicted, verdict } = event.data;
      const inbox = `player#${playerId}`;
      if (verdict.kind === 'void')
        return { ...common, inbox, kind: 'prediction-result', text: `${matchId} does not count: ${verdict.reason}.` };
      const { actual, category, points } = scoredUnder('FT90', verdict);
      const text = `${matchId} ended ${show(actual)}, you said ${show(predicted)}: ${category}, ${points} points.`;
      return { ...common, inbox, kind: 'prediction-result', text };
    }
    case 'prediction.created': {
      const { playerId, matchId, predicted, confidence } = event.data;
      if (confidence === null || confidence <= HIGH_CONFIDENCE) return undefined;
      const text = `You are ${Math.round(confidence * 100)} % sure of ${show(predicted)} in ${matchId}.`;
      return { ...common, inbox: `player#${playerId}`, kind: 'high-confidence', text };
    }
    case 'match.finished':
    case 'match.awarded':
    case 'match.result-corrected': {
      const { competition, home, away, result } = event.data;
      const what = { 'match.finished': '', 'match.awarded': ', awarded', 'match.result-corrected': ', corrected' }[
        event.type
      ];
      const text = `${home} ${show(result.fullTime)} ${away}${what}.`;
      return { ...common, inbox: `competition#${competition}`, kind: 'match-result', text };
    }
    default:
      return undefined;
  }
};

/**
 * Puts what the events have to say into inboxes, once, and tells `log` of each that is new.
 *
 * @returns the outcome of each event, in order
 * @throws what the inbox throws: then some are kept, and repeating all is safe
 */
export const notify = async (
  inbox: Inbox,
  events: readonly Envelope[],
  log: (notification: Notification) => void,
): Promise<readonly Outcome[]> => {
  const notifications = events.map(notificationOf);
  const sayings = notifications.filter(notification => notification !== undefined);
  const fresh = new Set(sayings.length > 0 ? await inbox.put(sayings) : []);
  for (const notification of fresh) log(notification);
  return notifications.map(notification => {
    if (!notification) return skipped('has nothing to say');
    return fresh.has(notification) ? succeeded : skipped('already notified');
  });
};
