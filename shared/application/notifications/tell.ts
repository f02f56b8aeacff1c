import { inParallel } from '../parallel.ts';
import type { Fact } from './facts.ts';
import type { BatchInbox, Looked } from './inbox.ts';
import { type Mailing, mailOnce } from './mail.ts';
import { type Notification, playerOfInbox } from './notification.ts';
import { channelsOf, DEFAULT_PREFERENCES } from './preferences.ts';

/** What telling needs. */
export interface Telling {
  readonly inbox: BatchInbox;
  /** Absent: nothing is mailed. */
  readonly mail?: Mailing | undefined;
  readonly now: string;
  /** Told of each notification that is new. */
  readonly log: (notification: Notification) => void;
}

const MAILS_AT_A_TIME = 8;

/** Where its reader wants it; what is of nobody in particular goes where it does for who has said nothing. */
const addressed = (notification: Notification, looked: Looked) => {
  const playerId = playerOfInbox(notification.inbox);
  const preferences =
    playerId === undefined ? DEFAULT_PREFERENCES : looked.preferencesOf(notification.tenantId, playerId);
  return { notification, language: preferences.language, ...channelsOf(notification.kind, preferences) };
};

/**
 * Brings notifications that are not in their inboxes to where their readers want them, and keeps facts.
 *
 * Mails go first: what is in its inbox has been mailed, if it was to be. Killed in between, all comes again, and the log of
 * mails says which have been sent.
 *
 * @returns those that somebody wants
 */
export const tell = async (
  { inbox, mail, now, log }: Telling,
  looked: Looked,
  notifications: readonly Notification[],
  facts: readonly Fact[] = [],
): Promise<readonly Notification[]> => {
  const all = notifications.map(notification => addressed(notification, looked));
  if (mail) {
    const wanted = all.filter(each => each.mail);
    await inParallel(MAILS_AT_A_TIME, wanted, ({ notification, language }) =>
      mailOnce(mail, notification, language, now),
    );
  }
  const kept = all.filter(each => each.inbox).map(({ notification }) => notification);
  if (kept.length > 0 || facts.length > 0) await inbox.write(kept, facts);
  for (const notification of kept) log(notification);
  return all.filter(each => each.inbox || each.mail).map(({ notification }) => notification);
};
