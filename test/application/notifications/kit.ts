import type { Fact } from '../../../shared/application/notifications/facts.ts';
import type { BatchInbox } from '../../../shared/application/notifications/inbox.ts';
import type { Letter, Mailing, MailOutcome } from '../../../shared/application/notifications/mail.ts';
import type { Notification, NotificationRef } from '../../../shared/application/notifications/notification.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../shared/application/notifications/preferences.ts';

const placeOf = ({ tenantId, inbox, at, eventId }: NotificationRef): string => `${tenantId} ${inbox} ${at} ${eventId}`;

/** Everything by inbox and by mail. */
export const ALL: Preferences = {
  results: { inbox: true, mail: true },
  corrections: { inbox: true, mail: true },
  reminders: { inbox: true, mail: true },
  highConfidence: { inbox: true, mail: true },
  language: 'en',
};

/** Where it is thrown, a process was killed. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** Inboxes and mails in memory. `fuse` counts their writes down: at 0 the process dies, before the write or after it. */
export const memoryTelling = (
  preferencesOf: (playerId: string) => Preferences = () => DEFAULT_PREFERENCES,
  fuse: { writes: number; after: boolean } = { writes: Number.POSITIVE_INFINITY, after: false },
) => {
  const kept = new Map<string, Notification>();
  const facts = new Map<string, Fact>();
  const mails = new Map<string, MailOutcome | { readonly status: 'sending' }>();
  const sent: Letter[] = [];
  const told: Notification[] = [];
  const failures: string[] = [];
  const dying = <T>(write: () => T): T => {
    fuse.writes -= 1;
    if (fuse.writes === 0 && !fuse.after) throw new Killed();
    const result = write();
    if (fuse.writes === 0) throw new Killed();
    return result;
  };
  const inbox: BatchInbox = {
    look: async () => ({
      has: ref => kept.has(placeOf(ref)),
      preferencesOf: (_, playerId) => preferencesOf(playerId),
      fixtureOf: (tenantId, matchId) =>
        [...facts.values()].find(
          (fact): fact is Extract<Fact, { kind: 'fixture' }> =>
            fact.kind === 'fixture' && fact.tenantId === tenantId && fact.matchId === matchId,
        ),
    }),
    write: async (notifications, own) =>
      dying(() => {
        for (const one of notifications) kept.set(placeOf(one), one);
        for (const fact of own) facts.set(JSON.stringify(fact), fact);
      }),
  };
  const mail: Mailing = {
    log: {
      begin: async one => {
        if (mails.has(placeOf(one))) return false;
        dying(() => mails.set(placeOf(one), { status: 'sending' }));
        return true;
      },
      end: async (one, outcome) => dying(() => void mails.set(placeOf(one), outcome)),
    },
    send: async letter =>
      dying(() => {
        sent.push(letter);
        return `mail-${sent.length}`;
      }),
    addressOf: async ({ playerId }) => (playerId === 'nobody' ? undefined : `${playerId}@example.org`),
    failed: (_, reason) => failures.push(reason),
  };
  return {
    inbox,
    mail,
    kept,
    facts,
    mails,
    sent,
    told,
    failures,
    fuse,
    log: (notification: Notification) => void told.push(notification),
  };
};
