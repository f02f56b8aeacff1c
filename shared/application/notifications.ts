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
  /** Keeps a notification; false when it was there already. */
  put(notification: Notification): Promise<boolean>;
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

/** Puts what the event has to say into its inbox, once; `log` is told of each that is new. */
export const notify = async (
  inbox: Inbox,
  event: Envelope,
  log: (notification: Notification) => void,
): Promise<Outcome> => {
  const notification = notificationOf(event);
  if (!notification) return skipped('has nothing to say');
  if (!(await inbox.put(notification))) return skipped('already notified');
  log(notification);
  return succeeded;
};
