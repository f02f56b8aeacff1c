import { isLocked, type KnownMatch } from '../../domain/match.ts';
import { predictionId } from '../../events/streams.ts';
import { competitionPartition, SORT } from '../../projections/standings.ts';
import { loadMatch } from '../commands.ts';
import type { EventStore } from '../event-store.ts';
import type { TallyReader } from '../read-models.ts';
import { inEach } from './language.ts';
import { type Notification, playerInbox, type Said } from './notification.ts';
import { type Telling, tell } from './tell.ts';
import { WORDS } from './words/by-language.ts';
import type { Words } from './words/words.ts';

/** A match that was to kick off at an instant, ISO 8601. */
export interface DueMatch {
  readonly tenantId: string;
  readonly matchId: string;
  readonly kickOff: string;
}

/** A match of which a run reminds: it alone, and again when it was killed. */
export interface ClaimedMatch extends DueMatch {
  /** When that run was due, ISO 8601. */
  readonly run: string;
}

/** What there is to remind of. */
export interface Reminders {
  /** Matches that were to kick off after `from` and no later than `to`, and of which nobody was reminded. */
  due(from: string, to: string): Promise<readonly DueMatch[]>;
  /** Claims a match for a run; answers with the run that has it, which may be an earlier one. */
  claim(match: DueMatch, run: string): Promise<string>;
  /** Everybody has been reminded of them. */
  done(matches: readonly ClaimedMatch[]): Promise<void>;
  /** Players who are in a pool of a competition. */
  followers(tenantId: string, competition: string): Promise<readonly string[]>;
}

/** Which of these predictions have been placed, ever: who withdrew one has not forgotten it. */
export type PlacedPredictions = (
  tenantId: string,
  refs: readonly { readonly matchId: string; readonly playerId: string }[],
) => Promise<ReadonlySet<string>>;

/** What reminding needs. */
export interface Reminding extends Telling {
  readonly reminders: Reminders;
  readonly store: Pick<EventStore, 'loadState'>;
  readonly standings: Pick<TallyReader, 'counters'>;
  readonly placed: PlacedPredictions;
  /** Milliseconds before kick-off. */
  readonly ahead: number;
}

/** What a run did. */
export interface Reminded {
  readonly matches: number;
  readonly players: number;
}

interface OpenMatch extends ClaimedMatch {
  readonly state: KnownMatch;
}

/** Matches in one reminder; there are more on the list of matches. */
const MAX_NAMED = 20;

const players = async (
  { reminders, standings }: Reminding,
  tenantId: string,
  competition: string,
): Promise<ReadonlySet<string>> => {
  const [followers, rows] = await Promise.all([
    reminders.followers(tenantId, competition),
    standings.counters(competitionPartition(tenantId, competition), SORT.row),
  ]);
  return new Set([...followers, ...rows.map(({ key }) => key.s.slice(SORT.row.length))]);
};

const nameOf = ({ state: { fixture } }: OpenMatch): string => `${fixture.home} - ${fixture.away}`;

const said = (matches: readonly [OpenMatch, ...OpenMatch[]], { reminder }: Words): Said => {
  const sorted = matches.toSorted((a, b) => (a.kickOff + a.matchId < b.kickOff + b.matchId ? -1 : 1));
  const lines = sorted.slice(0, MAX_NAMED).map(match => reminder.line(nameOf(match), match.state.kickOff.at));
  const more = matches.length > MAX_NAMED ? [reminder.more(matches.length - MAX_NAMED)] : [];
  return {
    title: reminder.title(matches.length, nameOf(matches[0])),
    text: [reminder.lead(matches.length), ...lines, ...more].join('\n'),
  };
};

const reminderOf = (playerId: string, matches: readonly [OpenMatch, ...OpenMatch[]]): Notification => {
  const [{ tenantId, run }] = matches;
  return {
    tenantId,
    inbox: playerInbox(playerId),
    eventId: `reminder:${run}`,
    at: run,
    kind: 'reminder',
    said: inEach(language => said(matches, WORDS[language])),
  };
};

/** The reminders of one run in one tenant: one for each player, of all matches without a pick. */
const remindersOf = async (reminding: Reminding, matches: readonly OpenMatch[]): Promise<readonly Notification[]> => {
  const tenantId = matches[0]?.tenantId ?? '';
  const wanted: { playerId: string; match: OpenMatch }[] = [];
  for (const [competition, own] of Map.groupBy(matches, ({ state }) => state.fixture.competition))
    for (const playerId of await players(reminding, tenantId, competition))
      wanted.push(...own.map(match => ({ playerId, match })));
  const placed = await reminding.placed(
    tenantId,
    wanted.map(({ playerId, match: { matchId } }) => ({ matchId, playerId })),
  );
  const missing = wanted.filter(({ playerId, match }) => !placed.has(predictionId(match.matchId, playerId)));
  return [...Map.groupBy(missing, ({ playerId }) => playerId)].flatMap(([playerId, own]) => {
    const [first, ...others] = own.map(({ match }) => match);
    return first ? [reminderOf(playerId, [first, ...others])] : [];
  });
};

/** Those that still are to kick off when they were to, each claimed by this run or an earlier one. */
const claimOpen = async (
  { reminders, store, now }: Reminding,
  due: readonly DueMatch[],
  run: string,
): Promise<readonly OpenMatch[]> => {
  const claimed = due.map(async match => {
    const { state } = await loadMatch({ store: store as EventStore }, match.tenantId, match.matchId);
    if (state.status !== 'scheduled' || state.kickOff.at !== match.kickOff || isLocked(state, now)) return [];
    return [{ ...match, state, run: await reminders.claim(match, run) }];
  });
  return (await Promise.all(claimed)).flat();
};

/**
 * Reminds the players of each competition of the matches that kick off soon and that they have not predicted.
 *
 * Nobody is reminded twice of a match at the same kick-off: a run claims its matches, and its reminders bear its name. Another
 * that takes over from one that was killed, or runs at the same time, makes the same ones.
 *
 * @param run when it was due, ISO 8601: the same for a run that is started again
 */
export const remind = async (reminding: Reminding, run: string): Promise<Reminded> => {
  const { reminders, inbox, now, ahead } = reminding;
  const due = await reminders.due(now, new Date(Date.parse(now) + ahead).toISOString());
  const open = await claimOpen(reminding, due, run);
  let count = 0;
  for (const own of Map.groupBy(open, match => `${match.run} ${match.tenantId}`).values()) {
    const notifications = await remindersOf(reminding, own);
    const looked = await inbox.look(notifications, []);
    const fresh = notifications.filter(notification => !looked.has(notification));
    count += (await tell(reminding, looked, fresh)).length;
    await reminders.done(own);
  }
  return { matches: open.length, players: count };
};
