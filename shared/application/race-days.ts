import { matchOfEntry, SORT, type StandingsEffect } from '../projections/standings.ts';
import type { Change } from '../projections/tally.ts';
import type { StoredEntry } from './project.ts';

type Entry = StoredEntry<StandingsEffect>;

/** A day (UTC) on which the table moved. */
export interface RaceDay {
  /** The last instant of the day at which it did: the table of the day is the one as of then. */
  readonly at: string;
  /** The rounds that were over then, but for matches that were put off. */
  readonly rounds: readonly (string | null)[];
}

const dayOf = (at: string): string => at.slice(0, 10);

/** The instant of the first result of each match of each round, earliest first. */
const resultsOf = (
  entries: readonly Entry[],
  roundOf: ReadonlyMap<string, string | null>,
): ReadonlyMap<string | null, readonly string[]> => {
  const results = new Map<string | null, string[]>();
  for (const { key, history } of entries) {
    const matchId = matchOfEntry(key);
    const first = history.find(({ effect }) => effect.kind === 'finished' || effect.kind === 'awarded');
    if (!key.s.startsWith(SORT.match) || !first || !roundOf.has(matchId)) continue;
    const round = roundOf.get(matchId) ?? null;
    results.set(round, [...(results.get(round) ?? []), first.at].sort());
  }
  return results;
};

/** When each round was over: at its last result before the one in the middle of a later round. What came after was put off. */
const endsOf = (
  rounds: readonly (string | null)[],
  results: ReadonlyMap<string | null, readonly string[]>,
): ReadonlyMap<string | null, string> => {
  const ends = new Map<string | null, string>();
  let next: string | undefined;
  for (const round of rounds.toReversed()) {
    const own = results.get(round) ?? [];
    const middle = own[(own.length - 1) >> 1];
    if (middle === undefined) continue;
    const limit = next;
    ends.set(round, own.findLast(at => limit === undefined || at < limit) ?? middle);
    next = next === undefined || middle < next ? middle : next;
  }
  return ends;
};

/** A prediction that was called off before it was settled has moved nothing. */
const moved = ({ effect }: Change<StandingsEffect>, index: number): boolean => effect.kind !== 'none' || index > 0;

/** The days on which the table of a competition moved, corrections included, in their order; and when its rounds were over. */
export const raceDays = (
  entries: readonly Entry[],
  rounds: readonly (string | null)[],
  roundOf: ReadonlyMap<string, string | null>,
): readonly RaceDay[] => {
  const last = new Map<string, string>();
  for (const { at } of entries.flatMap(({ history }) => history.filter(moved)))
    if (at > (last.get(dayOf(at)) ?? '')) last.set(dayOf(at), at);
  const over = [...endsOf(rounds, resultsOf(entries, roundOf))].toReversed();
  return [...last.values()].sort().map(at => ({
    at,
    rounds: over.filter(([, end]) => dayOf(end) === dayOf(at)).map(([round]) => round),
  }));
};
