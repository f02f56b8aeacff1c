import {
  evolveMatch,
  type Fixture,
  type KickOff,
  type MatchEvent,
  type MatchState,
  unknownMatch,
} from '../domain/match.ts';
import type { Result } from '../domain/score.ts';
import type { EventType } from '../events/catalog.ts';
import type { Envelope } from '../events/envelope.ts';
import type { Contribution, History, Key, Routed, TallyProjection } from './tally.ts';

/** What an event changes of a match: the kick-off, the result, or its status alone. The first says which match it is. */
export interface FixtureEffect {
  readonly type: MatchEvent['type'];
  readonly fixture?: Fixture;
  readonly kickOff?: KickOff;
  readonly result?: Result;
}

/** The events that fixtures are made of: all that happens to a match. */
export const FIXTURE_EVENTS = [
  'match.scheduled',
  'match.rescheduled',
  'match.postponed',
  'match.started',
  'match.finished',
  'match.result-corrected',
  'match.result-withdrawn',
  'match.cancelled',
  'match.reinstated',
  'match.awarded',
] as const satisfies readonly EventType[];

const isFixtureEvent = (event: Envelope): event is Envelope<MatchEvent['type']> =>
  FIXTURE_EVENTS.some(type => type === event.type);

// --- Keys -------------------------------------------------------------------------------------------------------------

/** The competitions of a tenant; no tenant and no competition has a `#` in its name. */
export const competitionsPartition = (tenantId: string): string => tenantId;
/** The matches and the rounds of a competition. */
export const fixturesPartition = (tenantId: string, competition: string): string => `${tenantId}#${competition}`;

/** Prefixes of the sort keys. */
export const FIXTURES_SORT = { match: 'match#', round: 'round#', competition: 'competition#' } as const;

/** A round's name in a key: it is free text, and `#` ends it. A match without a round stands under the empty name. */
const roundKey = (round: string | null): string => (round ?? '').replaceAll('%', '%25').replaceAll('#', '%23');

/** Prefix of the matches of a round. */
export const matchesOfRound = (round: string | null): string => `${FIXTURES_SORT.match}${roundKey(round)}#`;

const roundOfKey = (key: string): string | null =>
  key === '' ? null : key.replaceAll('%23', '#').replaceAll('%25', '%');

// --- Events to changes ------------------------------------------------------------------------------------------------

const effectOf = ({ type, data }: MatchEvent): FixtureEffect => {
  const { matchId, competition, round, home, away } = data;
  return {
    type,
    ...(type === 'match.scheduled' && { fixture: { matchId, competition, round, home, away } }),
    ...('kickOff' in data && { kickOff: data.kickOff }),
    ...('result' in data && { result: data.result }),
  };
};

const route = (event: Envelope): Routed<FixtureEffect> | undefined => {
  if (!isFixtureEvent(event)) return undefined;
  const { competition, round, matchId } = event.data;
  const entry = { p: fixturesPartition(event.tenantId, competition), s: matchesOfRound(round) + matchId };
  const change = { version: event.version, at: event.occurredAt, effect: effectOf(event as MatchEvent) };
  return { entry, change, first: event.type === 'match.scheduled' };
};

// --- Changes to matches and counters ----------------------------------------------------------------------------------

/** The match as its history has it; unknown until its first event is there. */
export const matchOfHistory = (history: History<FixtureEffect>): MatchState =>
  history.reduce<MatchState>(
    // The first effect has the fixture, and the later ones change no more than they say: see `evolveMatch`.
    (state, { effect: { type, fixture, ...data } }) =>
      evolveMatch(state, { type, data: { ...fixture, ...data } } as MatchEvent),
    unknownMatch,
  );

/** Names of counters: how many matches there are of each status, and how many kick off at an instant. */
const KICK_OFF = 'kick-off/';

const contribute = ({ p }: Key, history: History<FixtureEffect>): readonly Contribution[] => {
  const match = matchOfHistory(history);
  if (match.status === 'unknown') return [];
  const { round, competition } = match.fixture;
  const [tenantId = ''] = p.split('#');
  return [
    {
      key: { p, s: FIXTURES_SORT.round + roundKey(round) },
      add: { [match.status]: 1, [KICK_OFF + match.kickOff.at]: 1 },
    },
    {
      key: { p: competitionsPartition(tenantId), s: FIXTURES_SORT.competition + competition },
      add: { [match.status]: 1 },
    },
  ];
};

/** The matches of competitions, and how many there are by round and status. */
export const fixturesProjection: TallyProjection<FixtureEffect> = { route, contribute };

// --- Query ------------------------------------------------------------------------------------------------------------

type Counters = Readonly<Record<string, number>>;

export const MATCH_STATUSES = ['scheduled', 'postponed', 'started', 'finished', 'awarded', 'cancelled'] as const;
export type MatchStatus = (typeof MATCH_STATUSES)[number];
export type StatusCounts = Readonly<Record<MatchStatus, number>>;

export const statusCountsOf = (counters: Counters): StatusCounts =>
  Object.fromEntries(MATCH_STATUSES.map(status => [status, counters[status] ?? 0])) as Record<MatchStatus, number>;

/** A round of a competition: a matchday, or a stage of a cup. */
export interface Round {
  /** As the feed names it; null: the matches that have none. */
  readonly round: string | null;
  readonly matches: StatusCounts;
  readonly firstKickOff: string;
  readonly lastKickOff: string;
}

/** Kick-offs of a round, earliest first, each as often as matches begin then. */
const kickOffsOf = (counters: Counters): readonly string[] =>
  Object.entries(counters)
    .filter(([name, count]) => name.startsWith(KICK_OFF) && count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, count]) => Array.from({ length: count }, () => name.slice(KICK_OFF.length)));

const numeric = new Intl.Collator('en', { numeric: true });

/**
 * The rounds in their order: by the kick-off in their middle, so that a match that is put off or brought forward does not
 * move its round; then by name, numbers in it as numbers.
 */
export const roundsOf = (items: readonly { readonly key: Key; readonly counters: Counters }[]): readonly Round[] =>
  items
    .flatMap(({ key, counters }) => {
      const kickOffs = kickOffsOf(counters);
      const [firstKickOff, lastKickOff, middle] = [kickOffs[0], kickOffs.at(-1), kickOffs[(kickOffs.length - 1) >> 1]];
      if (firstKickOff === undefined || lastKickOff === undefined || middle === undefined) return [];
      const round = roundOfKey(key.s.slice(FIXTURES_SORT.round.length));
      return [{ middle, round: { round, matches: statusCountsOf(counters), firstKickOff, lastKickOff } }];
    })
    .sort((a, b) => {
      if (a.middle === b.middle) return numeric.compare(a.round.round ?? '', b.round.round ?? '');
      return a.middle < b.middle ? -1 : 1;
    })
    .map(({ round }) => round);

/** Whether a match of the round has begun, or is over. */
export const hasBegun = ({ matches }: Round): boolean => matches.started + matches.finished + matches.awarded > 0;
