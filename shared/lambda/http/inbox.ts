import * as z from 'zod';
import { type InboxReader, UnknownNotificationError } from '../../application/notifications/inbox.ts';
import { DEFAULT_LANGUAGE, LANGUAGES } from '../../application/notifications/language.ts';
import { competitionInbox, playerInbox } from '../../application/notifications/notification.ts';
import {
  type Preferences,
  PreferencesChangedError,
  type PreferencesStore,
  type VersionedPreferences,
} from '../../application/notifications/preferences.ts';
import { idSchema, instantSchema } from '../../events/schemas.ts';
import { type Answer, type Operation, operation } from './http-handler.ts';
import { notFound } from './ids.ts';
import { emptyBody, nothing, withoutBody } from './nothing.ts';
import { wholeNumber } from './paging.ts';
import { RequestError } from './problem.ts';

/** What the operations on inboxes need. */
export interface InboxDependencies {
  readonly inbox: InboxReader;
  readonly preferences: PreferencesStore;
}

const MAX_CURSOR = 600;

const language = z.enum(LANGUAGES);

const inboxQuery = z.strictObject({
  language: language.default(DEFAULT_LANGUAGE).describe('Of titles and texts.'),
  competition: idSchema.optional(),
  limit: wholeNumber(100, 20),
  cursor: z.string().min(1).max(MAX_CURSOR).optional(),
});

const notificationView = z.object({
  id: z.string(),
  kind: z.enum(['prediction-result', 'correction', 'reminder', 'high-confidence', 'match-result']),
  at: instantSchema,
  title: z.string(),
  text: z.string(),
  language: language.describe('Of title and text. What was stored before there were others is in English.'),
  read: z.boolean(),
});

const inboxView = z.object({ items: z.array(notificationView), next: z.string().nullable() });

const channels = z.strictObject({ inbox: z.boolean(), mail: z.boolean() });
const topics = { results: channels, corrections: channels, reminders: channels, highConfidence: channels };
const version = z.number().int().min(0);

const mailLanguage = language.describe('Of mails.');

const preferencesView = z.object({ ...topics, language: mailLanguage, version });

const answered = ({ preferences, version }: VersionedPreferences) =>
  ({ status: 200, body: { ...preferences, version } }) satisfies Answer;

const getInbox = ({ inbox }: InboxDependencies): Operation =>
  operation({
    id: 'listNotifications',
    summary: 'Notifications, the newest first: my own, or the news of a competition',
    body: withoutBody,
    query: inboxQuery,
    answers: { 200: inboxView },
    handle: async ({ principal: { tenantId, playerId }, query: { competition, ...page } }) => {
      const name = competition === undefined ? playerInbox(playerId) : competitionInbox(competition);
      try {
        return { status: 200, body: await inbox.page({ tenantId, inbox: name, ...page }) };
      } catch (error) {
        if (!(error instanceof UnknownNotificationError)) throw error;
        throw new RequestError(400, 'invalid-cursor', 'the cursor is not one of an inbox');
      }
    },
  });

const markRead = ({ inbox }: InboxDependencies): Operation =>
  operation({
    id: 'markNotificationRead',
    summary: 'Marks one of my notifications as read',
    body: emptyBody,
    query: nothing,
    answers: { 200: z.object({ id: z.string(), read: z.literal(true) }) },
    handle: async ({ principal: { tenantId, playerId }, param }) => {
      const id = param('notificationId');
      try {
        if (id.length > MAX_CURSOR) throw new UnknownNotificationError('it is longer than any id');
        await inbox.markRead({ tenantId, inbox: playerInbox(playerId), id });
      } catch (error) {
        throw error instanceof UnknownNotificationError ? notFound('notification') : error;
      }
      return { status: 200, body: { id, read: true } };
    },
  });

const putPreferences = ({ preferences }: InboxDependencies): Operation =>
  operation({
    id: 'setPreferences',
    summary: 'Says which notifications I want, and where; with `version` only if they are of that version',
    body: z.strictObject({
      ...topics,
      language: mailLanguage.default(DEFAULT_LANGUAGE),
      version: version.optional(),
    }),
    query: nothing,
    answers: { 200: preferencesView },
    problems: [412],
    handle: async ({ principal: { tenantId, playerId }, body: { version: expected, ...wanted } }) => {
      try {
        const own: Preferences = wanted;
        const version = await preferences.replace(tenantId, playerId, own, expected);
        return answered({ preferences: own, version });
      } catch (error) {
        if (!(error instanceof PreferencesChangedError)) throw error;
        throw new RequestError(412, 'changed-meanwhile', error.message);
      }
    },
  });

/** A player's inbox and preferences: the player's own, whoever that is. */
export const inboxOperations = (dependencies: InboxDependencies) => ({
  'GET /v1/inbox': getInbox(dependencies),
  'PUT /v1/inbox/{notificationId}/read': markRead(dependencies),
  'GET /v1/preferences': operation({
    id: 'getPreferences',
    summary: 'Which notifications I get, and where',
    body: withoutBody,
    query: nothing,
    answers: { 200: preferencesView },
    versioned: true,
    handle: async ({ principal: { tenantId, playerId } }) => {
      const own = await dependencies.preferences.read(tenantId, playerId);
      return { ...answered(own), version: own.version };
    },
  }),
  'PUT /v1/preferences': putPreferences(dependencies),
});
