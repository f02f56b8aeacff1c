import type { PoolRules } from '../domain/pool.ts';
import { SCORE_BASES, type ScoreBasis } from '../domain/score.ts';
import { CATEGORIES, type Category } from '../domain/scoring.ts';
import { noCounts, type Tally } from '../domain/standings.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { EventType } from '../events/catalog.ts';
import type { Envelope } from '../events/envelope.ts';
import {
  type Contribution,
  current,
  fromParts,
  type History,
  type Key,
  type Routed,
  type TallyProjection,
  toParts,
} from './tally.ts';

/** How a prediction did under one score basis. */
interface Scored {
  readonly category: Category;
  readonly accuracy: number | null;
}

/** What counts of a prediction now, or nothing. As in a verdict, a basis that is absent is like the one before it. */
type PredictionEffect =
  | {
      readonly kind: 'scored';
      readonly awarded: boolean;
      readonly byBasis: { readonly FT90: Scored } & Partial<Readonly<Record<ScoreBasis, Scored>>>;
    }
  | { readonly kind: 'void' }
  | { readonly kind: 'none' };

type MatchEffect = { readonly kind: 'finished' | 'awarded' | 'cancelled' | 'open' };
type PoolEffect = { readonly kind: 'owned' | 'joined' | 'left' };
type Verdicts = Extract<Verdict, { kind: 'scored' }>['byBasis'];

export type StandingsEffect = PredictionEffect | MatchEffect | PoolEffect;

/** The events that move standings. */
export const STANDINGS_EVENTS = [
  'prediction.evaluated',
  'prediction.reopened',
  'prediction.cancelled',
  'match.finished',
  'match.awarded',
  'match.cancelled',
  'match.result-withdrawn',
  'match.reinstated',
  'pool.created',
  'pool.player-joined',
  'pool.player-left',
] as const satisfies readonly EventType[];

// --- Keys -------------------------------------------------------------------------------------------------------------

/** Everything about a competition stands in one partition, everything about a pool in another; a player's pools in a third. */
export const competitionPartition = (tenantId: string, competition: string): string => `${tenantId}#${competition}`;
export const poolPartition = (tenantId: string, poolId: string): string => `${tenantId}#pool#${poolId}`;
export const playerPartition = (tenantId: string, playerId: string): string => `${tenantId}#player#${playerId}`;

/** Prefixes of the sort keys. */
export const SORT = {
  entry: 'entry#',
  match: 'match#',
  member: 'member#',
  owner: 'owner#',
  pool: 'pool#',
  row: 'row#',
  summary: 'summary',
} as const;

export const playerOf = (key: Key): string => key.s.slice(key.s.lastIndexOf('#') + 1);

/** The match that an entry is about: of the match itself, or of a prediction of it. */
export const matchOfEntry = ({ s }: Key): string => s.split('#')[1] ?? '';

// --- Events to changes ------------------------------------------------------------------------------------------------

const scored = ({ category, accuracyScore }: Verdicts['FT90']): Scored => ({ category, accuracy: accuracyScore });

/** What counts of a verdict. */
export const effectOf = (verdict: Verdict): PredictionEffect => {
  if (verdict.kind === 'void') return { kind: 'void' };
  const { FT90, AET120, PENS_SUM } = verdict.byBasis;
  const byBasis = {
    FT90: scored(FT90),
    ...(AET120 && { AET120: scored(AET120) }),
    ...(PENS_SUM && { PENS_SUM: scored(PENS_SUM) }),
  };
  return { kind: 'scored', awarded: verdict.awarded, byBasis };
};

const MATCH_KINDS = {
  'match.finished': 'finished',
  'match.awarded': 'awarded',
  'match.cancelled': 'cancelled',
  'match.result-withdrawn': 'open',
  'match.reinstated': 'open',
} as const;

const route = (event: Envelope): Routed<StandingsEffect> | undefined => {
  const { tenantId, version, occurredAt } = event;
  switch (event.type) {
    case 'prediction.evaluated':
    case 'prediction.reopened':
    case 'prediction.cancelled': {
      const { competition, matchId, playerId } = event.data;
      const entry = { p: competitionPartition(tenantId, competition), s: `${SORT.entry}${matchId}#${playerId}` };
      const at = event.type === 'prediction.cancelled' ? occurredAt : event.data.settledAt;
      const effect = event.type === 'prediction.evaluated' ? effectOf(event.data.verdict) : ({ kind: 'none' } as const);
      return { entry, change: { version, at, effect }, first: event.type === 'prediction.evaluated' };
    }
    case 'match.finished':
    case 'match.awarded':
    case 'match.cancelled':
    case 'match.result-withdrawn':
    case 'match.reinstated': {
      const { competition, matchId } = event.data;
      const entry = { p: competitionPartition(tenantId, competition), s: SORT.match + matchId };
      const effect = { kind: MATCH_KINDS[event.type] };
      return { entry, change: { version, at: occurredAt, effect }, first: event.type === 'match.finished' };
    }
    case 'pool.created': {
      const { poolId, owner } = event.data;
      const entry = { p: poolPartition(tenantId, poolId), s: SORT.owner + owner };
      return { entry, change: { version, at: occurredAt, effect: { kind: 'owned' } }, first: true };
    }
    case 'pool.player-joined':
    case 'pool.player-left': {
      const { poolId, playerId } = event.data;
      const kind = event.type === 'pool.player-joined' ? 'joined' : 'left';
      const entry = { p: poolPartition(tenantId, poolId), s: SORT.member + playerId };
      return { entry, change: { version, at: occurredAt, effect: { kind } }, first: kind === 'joined' };
    }
    default:
      return undefined;
  }
};

// --- Changes to counters ----------------------------------------------------------------------------------------------

/** `played/FT90/exact`: an awarded match counts apart, for the pools in which it counts. */
const counter = (awarded: boolean, basis: ScoreBasis, what: Category | 'accuracySum' | 'accuracyCount'): string =>
  `${awarded ? 'awarded' : 'played'}/${basis}/${what}`;

/**
 * The counters of FT90 hold what there is, those of AET120 and PENS_SUM only what differs from the basis before them: few
 * matches have extra time, so most evaluations touch one basis.
 */
const scoredCounters = ({
  awarded,
  byBasis,
}: Extract<PredictionEffect, { kind: 'scored' }>): Record<string, number> => {
  const add: Record<string, number> = {};
  const count = (basis: ScoreBasis, { category, accuracy }: Scored, sign: 1 | -1): void => {
    const plus = (what: Parameters<typeof counter>[2], amount: number): void => {
      const name = counter(awarded, basis, what);
      add[name] = (add[name] ?? 0) + sign * amount;
    };
    plus(category, 1);
    if (accuracy === null) return;
    plus('accuracySum', toParts(accuracy));
    plus('accuracyCount', 1);
  };
  let before: Scored | undefined;
  for (const basis of SCORE_BASES) {
    const own = byBasis[basis];
    if (!own) continue;
    if (before) count(basis, before, -1);
    count(basis, own, 1);
    before = own;
  }
  return add;
};

/** Where it stands with the player that the player is in the pool: from the entry of either in the pool's partition. */
const poolOfPlayer = (entry: Key): Key => {
  const [tenantId = '', , poolId = ''] = entry.p.split('#');
  return { p: playerPartition(tenantId, playerOf(entry)), s: SORT.pool + poolId };
};

const contribute = (entry: Key, history: History<StandingsEffect>): readonly Contribution[] => {
  const effect = current(history);
  const row = { p: entry.p, s: SORT.row + playerOf(entry) };
  const summary = { p: entry.p, s: SORT.summary };
  switch (effect?.kind) {
    case 'scored':
      return [{ key: row, add: scoredCounters(effect) }];
    case 'void':
      return [{ key: row, add: { void: 1 } }];
    case 'finished':
    case 'awarded':
    case 'cancelled':
      return [{ key: summary, add: { [effect.kind]: 1 } }];
    case 'owned':
      return [{ key: poolOfPlayer(entry), add: { owner: 1 } }];
    case 'joined':
      return [{ key: poolOfPlayer(entry), add: { member: 1 } }];
    case 'open':
    case 'none':
    case 'left':
    case undefined:
      return [];
  }
};

/** Standings of competitions: counts of categories by player, and how many matches they come from; and who is in which pool. */
export const standingsProjection: TallyProjection<StandingsEffect> = { route, contribute };

// --- Query ------------------------------------------------------------------------------------------------------------

type Counters = Readonly<Record<string, number>>;

/** The tally of a player under a pool's rules, from the counters of the player's row and of the competition. */
export const tallyOf = (
  playerId: string,
  row: Counters,
  summary: Counters,
  { basis, countAwarded }: Pick<PoolRules, 'basis' | 'countAwarded'>,
): Tally => {
  const kinds = countAwarded ? [false, true] : [false];
  const bases = SCORE_BASES.slice(0, SCORE_BASES.indexOf(basis) + 1);
  const total = (what: Category | 'accuracySum' | 'accuracyCount'): number =>
    kinds
      .flatMap(awarded => bases.map(each => row[counter(awarded, each, what)] ?? 0))
      .reduce((sum, amount) => sum + amount, 0);
  const counts = { ...noCounts, ...Object.fromEntries(CATEGORIES.map(category => [category, total(category)])) };
  const scored = CATEGORIES.reduce((sum, category) => sum + counts[category], 0);
  const played = (summary.finished ?? 0) + (countAwarded ? (summary.awarded ?? 0) : 0);
  return {
    playerId,
    counts,
    void: row.void ?? 0,
    missing: played - scored,
    accuracySum: fromParts(total('accuracySum')),
    accuracyCount: total('accuracyCount'),
  };
};
