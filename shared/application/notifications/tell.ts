import { inParallel } from '../parallel.ts';
import type { Fact } from './facts.ts';
import type { BatchInbox, Looked } from './inbox.ts';
import { type Mailing, mailOnce } from './mail.ts';
import { type Notification, playerOfInbox } from './notification.ts';
import { type Channels, channelsOf } from './preferences.ts';

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

const channels = (notification: Notification, looked: Looked): Channels => {
  const playerId = playerOfInbox(notification.inbox);
  return playerId === undefined
    ? { inbox: true, mail: false }
    : channelsOf(notification.kind, looked.preferencesOf(notification.tenantId, playerId));
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
  const addressed = notifications.map(notification => ({ notification, ...channels(notification, looked) }));
  if (mail) {
    const wanted = addressed.filter(each => each.mail);
    await inParallel(MAILS_AT_A_TIME, wanted, ({ notification }) => mailOnce(mail, notification, now));
  }
  const kept = addressed.filter(each => each.inbox).map(({ notification }) => notification);
  if (kept.length > 0 || facts.length > 0) await inbox.write(kept, facts);
  for (const notification of kept) log(notification);
  return addressed.filter(each => each.inbox || each.mail).map(({ notification }) => notification);
};
