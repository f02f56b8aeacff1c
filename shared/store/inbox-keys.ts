import type { Fact } from '../application/notifications/facts.ts';
import { type NotificationRef, playerInbox } from '../application/notifications/notification.ts';
import type { DueMatch } from '../application/notifications/remind.ts';

/** The key of an item in the table of inboxes. */
export interface InboxKey {
  readonly p: string;
  readonly s: string;
}

/** Notifications begin with it. Those without are of before inboxes were sorted by time, and are not shown. */
export const NOTIFICATION = 'n#';

export const inboxPartition = (tenantId: string, inbox: string): string => `${tenantId}#${inbox}`;

/** `n#<instant>#<what it tells of>`: sorts by time, and follows from the event. */
export const notificationKey = ({ tenantId, inbox, at, eventId }: NotificationRef): InboxKey => ({
  p: inboxPartition(tenantId, inbox),
  s: `${NOTIFICATION}${at}#${eventId}`,
});

export const preferencesKey = (tenantId: string, playerId: string): InboxKey => ({
  p: inboxPartition(tenantId, playerInbox(playerId)),
  s: 'preferences',
});

export const fixtureKey = (tenantId: string, matchId: string): InboxKey => ({
  p: `${tenantId}#match#${matchId}`,
  s: 'fixture',
});

export const followersPartition = (tenantId: string, competition: string): string =>
  `${tenantId}#followers#${competition}`;

/** Of all tenants, by day. No tenant's name begins with `#`. */
export const duePartition = (day: string): string => `#due#${day}`;
export const claimPartition = (day: string): string => `#reminded#${day}`;
export const mailPartition = (tenantId: string, day: string): string => `${tenantId}#mails#${day}`;

export const dayOf = (instant: string): string => instant.slice(0, 10);

/** Neither part has a `#` in it. */
export const dueSort = ({ tenantId, matchId, kickOff }: DueMatch): string => `${kickOff}#${tenantId}#${matchId}`;

const DAY_SECONDS = 24 * 3600;
/** Days that what is kept by day outlives its day: whoever is late still finds it. */
const SPARE_DAYS = 30;

/** Epoch seconds: when DynamoDB may delete what is kept by day. */
export const expiryOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000) + SPARE_DAYS * DAY_SECONDS;

const VERSION_DIGITS = 9;

/** A fact as it is stored. */
export const factItem = (fact: Fact): InboxKey & Readonly<Record<string, unknown>> => {
  const { tenantId } = fact;
  switch (fact.kind) {
    case 'fixture': {
      const { competition, home, away } = fact;
      return { ...fixtureKey(tenantId, fact.matchId), competition, home, away };
    }
    case 'due':
      return { p: duePartition(dayOf(fact.kickOff)), s: dueSort(fact), expires: expiryOf(fact.kickOff) };
    case 'follower': {
      const { competition, playerId, poolId, version, joined } = fact;
      const s = `${playerId}#${poolId}#${String(version).padStart(VERSION_DIGITS, '0')}`;
      return { p: followersPartition(tenantId, competition), s, joined };
    }
  }
};
