import type { FixtureNames } from '../../shared/application/notifications/facts.ts';
import {
  type BatchInbox,
  type InboxReader,
  UnknownNotificationError,
} from '../../shared/application/notifications/inbox.ts';
import type { Notification } from '../../shared/application/notifications/notification.ts';
import {
  DEFAULT_PREFERENCES,
  PreferencesChangedError,
  type PreferencesStore,
  type VersionedPreferences,
} from '../../shared/application/notifications/preferences.ts';
import { notificationKey } from '../../shared/store/inbox-keys.ts';

const NOBODYS: VersionedPreferences = { preferences: DEFAULT_PREFERENCES, version: 0 };

/** Preferences of players in memory. */
const memoryPreferences = (): PreferencesStore & { readonly of: (key: string) => VersionedPreferences } => {
  const stored = new Map<string, VersionedPreferences>();
  const of = (key: string): VersionedPreferences => stored.get(key) ?? NOBODYS;
  return {
    of,
    read: async (tenantId, playerId) => of(`${tenantId}#${playerId}`),
    replace: async (tenantId, playerId, preferences, expected) => {
      const key = `${tenantId}#${playerId}`;
      const { version } = of(key);
      if (expected !== undefined && expected !== version)
        throw new PreferencesChangedError(`the preferences are not of version ${expected} any more`);
      stored.set(key, { preferences, version: version + 1 });
      return version + 1;
    },
  };
};

const idOf = (notification: Notification): string => Buffer.from(notificationKey(notification).s).toString('base64url');

/** Inboxes in memory, with what notifications are made from. Ids are those that the table has. */
export const memoryInbox = (): {
  readonly inbox: BatchInbox & InboxReader;
  readonly preferences: PreferencesStore;
} => {
  const preferences = memoryPreferences();
  const inboxes = new Map<string, Map<string, { readonly notification: Notification; read: boolean }>>();
  const fixtures = new Map<string, FixtureNames>();
  const partition = (tenantId: string, inbox: string) => {
    const name = `${tenantId}#${inbox}`;
    const own = inboxes.get(name) ?? new Map();
    inboxes.set(name, own);
    return own;
  };
  const inbox: BatchInbox & InboxReader = {
    look: async () => ({
      has: ref => partition(ref.tenantId, ref.inbox).has(idOf(ref as Notification)),
      preferencesOf: (tenantId, playerId) => preferences.of(`${tenantId}#${playerId}`).preferences,
      fixtureOf: (tenantId, matchId) => fixtures.get(`${tenantId}#${matchId}`),
    }),
    write: async (notifications, facts) => {
      for (const one of notifications)
        partition(one.tenantId, one.inbox).set(idOf(one), { notification: one, read: false });
      for (const fact of facts) if (fact.kind === 'fixture') fixtures.set(`${fact.tenantId}#${fact.matchId}`, fact);
    },
    page: async ({ tenantId, inbox, limit, language, cursor }) => {
      const ids = [...partition(tenantId, inbox).entries()]
        .map(([id, { notification, read }]) => {
          const { kind, at, said } = notification;
          return { sort: notificationKey(notification).s, item: { id, kind, at, ...said[language], language, read } };
        })
        .sort((a, b) => (a.sort < b.sort ? 1 : -1));
      const after = cursor === undefined ? -1 : ids.findIndex(({ item }) => item.id === cursor);
      if (cursor !== undefined && after < 0) throw new UnknownNotificationError('the cursor is none of this inbox');
      const items = ids.slice(after + 1, after + 1 + limit).map(({ item }) => item);
      return { items, next: after + 1 + limit < ids.length ? (items.at(-1)?.id ?? null) : null };
    },
    markRead: async ({ tenantId, inbox, id }) => {
      const one = partition(tenantId, inbox).get(id);
      if (!one) throw new UnknownNotificationError('there is no such notification');
      one.read = true;
    },
  };
  return { inbox, preferences };
};
