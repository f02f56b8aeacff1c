import type { Envelope } from '../../events/envelope.ts';
import { type Outcome, skipped, succeeded } from '../outcome.ts';
import { type Fact, type FixtureNames, factsOf } from './facts.ts';
import type { Looked, MatchRef } from './inbox.ts';
import type { Correction, Movement } from './movement.ts';
import type { Notification, NotificationRef } from './notification.ts';
import { type Telling, tell } from './tell.ts';
import { notificationOf } from './texts.ts';

/** What notifying of events needs. */
export interface Notifying extends Telling {
  /** What a correction moves, by player. */
  readonly movements: (correction: Correction) => Promise<ReadonlyMap<string, Movement>>;
}

const placeOf = ({ tenantId, inbox, at, eventId }: NotificationRef): string => `${tenantId} ${inbox} ${at} ${eventId}`;

const matchOf = ({ tenantId, data }: Envelope): readonly MatchRef[] =>
  'matchId' in data && 'predicted' in data ? [{ tenantId, matchId: data.matchId }] : [];

const isCorrection = (event: Envelope): event is Correction =>
  event.type === 'prediction.evaluated' && event.data.previous !== undefined;

/** The movement of each correction, looked up once for all that one correction of a match has made. */
const movementsBy = async (
  { movements }: Notifying,
  corrections: readonly Correction[],
): Promise<(event: Envelope) => Movement | undefined> => {
  const nameOf = ({ tenantId, data: { matchId, matchVersion } }: Correction) =>
    `${tenantId} ${matchId} ${matchVersion}`;
  const found = new Map<string, ReadonlyMap<string, Movement>>();
  for (const correction of corrections)
    if (!found.has(nameOf(correction))) found.set(nameOf(correction), await movements(correction));
  return event => (isCorrection(event) ? found.get(nameOf(event))?.get(event.data.playerId) : undefined);
};

interface Draft {
  readonly event: Envelope;
  readonly notification: Notification | undefined;
  readonly facts: readonly Fact[];
}

/** The first of each place that is not taken yet. */
const newOf = (drafts: readonly Draft[], has: (ref: NotificationRef) => boolean): readonly Envelope[] => {
  const places = new Set<string>();
  return drafts.flatMap(({ event, notification }) => {
    if (!notification || has(notification) || places.has(placeOf(notification))) return [];
    places.add(placeOf(notification));
    return [event];
  });
};

/** The names of a match, which may have come in the same batch. */
const fixtureIn =
  (looked: Looked, facts: readonly Fact[]) =>
  ({ tenantId, matchId }: MatchRef): FixtureNames | undefined => {
    const isIt = (fact: Fact): fact is Extract<Fact, { kind: 'fixture' }> =>
      fact.kind === 'fixture' && fact.tenantId === tenantId && fact.matchId === matchId;
    return looked.fixtureOf(tenantId, matchId) ?? facts.find(isIt);
  };

/** What each event has to say that nobody was told of, by event, with all that is known. */
const newsOf = async (
  notifying: Notifying,
  looked: Looked,
  drafts: readonly Draft[],
): Promise<Map<Envelope, Notification>> => {
  const fresh = newOf(drafts, looked.has);
  const movementOf = await movementsBy(notifying, fresh.filter(isCorrection));
  const fixtureOf = fixtureIn(
    looked,
    drafts.flatMap(({ facts }) => facts),
  );
  return new Map(
    fresh.flatMap(event => {
      const [fixture] = matchOf(event).map(fixtureOf);
      const notification = notificationOf(event, { fixture, movement: movementOf(event) });
      return notification ? [[event, notification] as const] : [];
    }),
  );
};

/**
 * Tells what events have to say, each once, and keeps what is to be told by later.
 *
 * @returns the outcome of each event, in order
 * @throws what inbox and mails throw: then some are told, and repeating all is safe
 */
export const notify = async (notifying: Notifying, events: readonly Envelope[]): Promise<readonly Outcome[]> => {
  const drafts = events.map(event => ({ event, notification: notificationOf(event), facts: factsOf(event) }));
  const sayings = drafts.flatMap(({ notification }) => (notification ? [notification] : []));
  const facts = drafts.flatMap(draft => draft.facts);
  if (sayings.length === 0 && facts.length === 0) return events.map(() => skipped('has nothing to say'));
  const looked = await notifying.inbox.look(sayings, events.flatMap(matchOf));
  const news = await newsOf(notifying, looked, drafts);
  const told = new Set(await tell(notifying, looked, [...news.values()], facts));
  return drafts.map(({ event, notification, facts }) => {
    if (!notification) return facts.length > 0 ? succeeded : skipped('has nothing to say');
    const own = news.get(event);
    if (!own) return skipped('already notified');
    // The same event again in this batch was told with the first.
    news.delete(event);
    return told.has(own) ? succeeded : skipped('the player does not want to know');
  });
};
