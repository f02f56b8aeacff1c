import type { Language } from './language.ts';

/** What a notification is about. */
export type NotificationKind = 'prediction-result' | 'correction' | 'reminder' | 'high-confidence' | 'match-result';

/** Which notification: the same for every delivery of what it tells of. */
export interface NotificationRef {
  readonly tenantId: string;
  /** `player#<id>` or `competition#<id>`. */
  readonly inbox: string;
  /** The event it tells of, or the run that reminds: each makes one notification in an inbox, however often it is delivered. */
  readonly eventId: string;
  /** When that was, ISO 8601: an inbox sorts by it. */
  readonly at: string;
}

/** A notification in one language. */
export interface Said {
  /** What it is about, in a few words: the subject of a mail. */
  readonly title: string;
  readonly text: string;
}

/** A message for a player, or for everybody who follows a competition. */
export interface Notification extends NotificationRef {
  readonly kind: NotificationKind;
  readonly said: Readonly<Record<Language, Said>>;
}

const PLAYER = 'player#';

export const playerInbox = (playerId: string): string => `${PLAYER}${playerId}`;
export const competitionInbox = (competition: string): string => `competition#${competition}`;

/** The player whose inbox it is; undefined: that of a competition. */
export const playerOfInbox = (inbox: string): string | undefined =>
  inbox.startsWith(PLAYER) ? inbox.slice(PLAYER.length) : undefined;
