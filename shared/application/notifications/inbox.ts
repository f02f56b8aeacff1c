import type { Fact, FixtureNames } from './facts.ts';
import type { Language } from './language.ts';
import type { Notification, NotificationRef, Said } from './notification.ts';
import type { Preferences } from './preferences.ts';

/** Where notifications are kept. */
export interface Inbox {
  /** Keeps notifications, each once. @returns those that were not there */
  put(notifications: readonly Notification[]): Promise<readonly Notification[]>;
}

/** What is there already, of all that a batch may need. */
export interface Looked {
  readonly has: (ref: NotificationRef) => boolean;
  readonly preferencesOf: (tenantId: string, playerId: string) => Preferences;
  readonly fixtureOf: (tenantId: string, matchId: string) => FixtureNames | undefined;
}

/** A match of a tenant. */
export interface MatchRef {
  readonly tenantId: string;
  readonly matchId: string;
}

/** An inbox for who writes many notifications: it is looked at once, and written once. */
export interface BatchInbox {
  /** Which of these notifications are there, what their players prefer, and what is known of the matches. */
  look(refs: readonly NotificationRef[], matches: readonly MatchRef[]): Promise<Looked>;
  /** Keeps them all. What is kept twice is the same. */
  write(notifications: readonly Notification[], facts: readonly Fact[]): Promise<void>;
}

/** A notification as its reader sees it. */
export interface InboxItem extends Pick<Notification, 'kind' | 'at'>, Said {
  readonly id: string;
  /** That of title and text: not always the one that was asked for. */
  readonly language: Language;
  readonly read: boolean;
}

/** A page of an inbox, the newest first; `next` is where the following one begins. */
export interface InboxPage {
  readonly items: readonly InboxItem[];
  readonly next: string | null;
}

/** An id or a cursor that this inbox has not given out. */
export class UnknownNotificationError extends Error {
  override readonly name = 'UnknownNotificationError';
}

/** An inbox for who reads it. */
export interface InboxReader {
  /** @throws UnknownNotificationError for a cursor that is none of this inbox */
  page(where: {
    tenantId: string;
    inbox: string;
    limit: number;
    language: Language;
    cursor?: string | undefined;
  }): Promise<InboxPage>;
  /** Marks one as read; again it changes nothing. @throws UnknownNotificationError */
  markRead(where: { tenantId: string; inbox: string; id: string }): Promise<void>;
}
