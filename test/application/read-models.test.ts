import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { project, type TallyTable } from '../../shared/application/project.ts';
import {
  DEFAULT_POOL_RULES,
  readStandings,
  readStatistics,
  type StandingsQuery,
  type TallyReader,
} from '../../shared/application/read-models.ts';
import type { PoolRules } from '../../shared/domain/pool.ts';
import type { Result } from '../../shared/domain/score.ts';
import { DEFAULT_RULES, RULE_SETS } from '../../shared/domain/scoring.ts';
import { judge } from '../../shared/domain/verdict.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { standingsProjection } from '../../shared/projections/standings.ts';
import { statisticsProjection } from '../../shared/projections/statistics.ts';
import { after90, fixture, goals, pick } from '../domain/samples.ts';
import { seasons } from '../domain/season.ts';
import { envelop, playMatches } from '../projections/harness.ts';
import { memoryTally } from '../support/memory-tally.ts';

const { competition } = fixture;
const still = { sleep: async () => {}, random: () => 1 };
const day = (n: number): string => `2023-08-1${n}T20:00:00.000Z`;
const END = '9999-12-31T23:59:59.999Z';

type Tally = TallyTable & TallyReader;
let standings: Tally;
let statistics: Tally;
beforeEach(() => {
  standings = memoryTally();
  statistics = memoryTally();
});

/** Delivers events to both projections. */
const happened = async (...events: readonly Envelope[]): Promise<void> => {
  await project(still, standings, standingsProjection, events);
  await project(still, statistics, statisticsProjection, events);
};

const match = (matchId: string) => ({ ...fixture, matchId });
const ended = (id: string, version: number, at: string, type: 'match.finished' | 'match.awarded', result: Result) => {
  const data = { ...match(id), result, reason: 'rule 7' };
  return envelop(`match-${id}`, version, type === 'match.finished' ? { type, data } : { type, data }, at);
};
const calledOff = (id: string, version: number, at: string) =>
  envelop(`match-${id}`, version, { type: 'match.cancelled', data: { ...match(id), reason: 'snow' } }, at);

interface Evaluation {
  readonly matchId: string;
  readonly playerId: string;
  readonly picked: string;
  readonly version: number;
  readonly at: string;
  readonly confidence?: number;
}

const prediction = (
  { matchId, playerId, picked, version, at, confidence = 0.5 }: Evaluation,
  result: Result | 'void',
  awarded = false,
) => {
  const data = { predictionId: `${matchId}.${playerId}`, matchId, competition, playerId, ...pick(picked, confidence) };
  const verdict =
    result === 'void'
      ? ({ kind: 'void', reason: 'snow' } as const)
      : judge(data, result, awarded, RULE_SETS[DEFAULT_RULES]);
  const event = {
    type: 'prediction.evaluated',
    data: { ...data, matchVersion: version, settledAt: at, verdict },
  } as const;
  return envelop(`prediction-${data.predictionId}`, version, event, END);
};
const member = (playerId: string, version: number, at: string, what: 'joined' | 'left') =>
  envelop(
    `membership-office.${playerId}`,
    version,
    { type: `pool.player-${what}`, data: { poolId: 'office', competition, playerId } },
    at,
  );

/** `1 ada 4 (0 missing)` for each line of the table. */
const table = async (over: Partial<StandingsQuery> = {}, rules: Partial<PoolRules> = {}): Promise<string[]> => {
  const query = { tenantId: 'acme', competition, rules: { ...DEFAULT_POOL_RULES, ...rules }, ...over };
  const read = await readStandings(standings, query);
  return read.standings.map(row => `${row.rank} ${row.playerId} ${row.points} (${row.missing} missing)`);
};

describe('the table of a competition', () => {
  const cup: Result = { fullTime: goals('1-1'), extraTime: goals('2-1'), shootOut: goals('0-0') };

  it('is empty before anything is settled', async () => {
    const read = await readStandings(standings, { tenantId: 'acme', competition, rules: DEFAULT_POOL_RULES });
    const matches = { finished: 0, cancelled: 0, awarded: 0 };
    expect(read).toEqual({ competition, rules: DEFAULT_POOL_RULES, matches, standings: [] });
  });

  it('has everybody with a settled prediction, under the rules and the basis asked for', async () => {
    await happened(
      ended('a', 2, day(1), 'match.finished', cup),
      prediction({ matchId: 'a', playerId: 'ada', picked: '1-1', version: 2, at: day(1) }, cup),
      prediction({ matchId: 'a', playerId: 'bob', picked: '2-1', version: 2, at: day(1) }, cup),
      prediction({ matchId: 'a', playerId: 'cleo', picked: '3-2', version: 2, at: day(1) }, cup),
    );
    expect(await table()).toEqual(['1 ada 4 (0 missing)', '2 bob 0 (0 missing)', '2 cleo 0 (0 missing)']);
    const afterExtraTime = await table({}, { basis: 'AET120' });
    expect(afterExtraTime).toEqual(['1 bob 4 (0 missing)', '2 cleo 3 (0 missing)', '3 ada 0 (0 missing)']);
    expect((await table({}, { basis: 'AET120', rules: 'exact-3-tendency-1' }))[1]).toBe('2 cleo 1 (0 missing)');
    expect(await table({ tenantId: 'globex' })).toEqual([]);
    expect(await table({ competition: 'another' })).toEqual([]);
  });

  it('counts an awarded match only where the rules say so, and a void one nowhere', async () => {
    await happened(
      ended('a', 2, day(1), 'match.awarded', after90('3-0')),
      calledOff('b', 2, day(1)),
      prediction({ matchId: 'a', playerId: 'ada', picked: '3-0', version: 2, at: day(1) }, after90('3-0'), true),
      prediction({ matchId: 'b', playerId: 'ada', picked: '1-0', version: 2, at: day(1) }, 'void'),
      prediction({ matchId: 'b', playerId: 'bob', picked: '1-0', version: 2, at: day(1) }, 'void'),
    );
    expect(await table()).toEqual(['1 ada 0 (0 missing)', '1 bob 0 (0 missing)']);
    expect(await table({}, { countAwarded: true })).toEqual(['1 ada 4 (0 missing)', '2 bob 0 (1 missing)']);
    const read = await readStandings(standings, { tenantId: 'acme', competition, rules: DEFAULT_POOL_RULES });
    expect(read.matches).toEqual({ finished: 0, cancelled: 1, awarded: 1 });
    expect(read.standings.map(row => row.void)).toEqual([1, 1]);
  });

  it('at an instant is what was known then, inclusive; a correction replaces', async () => {
    const ada = { matchId: 'a', playerId: 'ada', picked: '2-1' };
    await happened(
      prediction({ ...ada, version: 3, at: day(3) }, after90('1-1')),
      ended('b', 2, day(4), 'match.finished', after90('0-0')),
      prediction({ ...ada, version: 2, at: day(1) }, after90('2-1')),
      ended('a', 2, day(1), 'match.finished', after90('2-1')),
    );
    expect(await table({ at: '2023-08-11T19:59:59.999Z' })).toEqual([]);
    expect(await table({ at: day(1) })).toEqual(['1 ada 4 (0 missing)']);
    expect(await table({ at: day(3) })).toEqual(['1 ada 0 (0 missing)']);
    expect(await table({ at: day(4) })).toEqual(['1 ada 0 (1 missing)']);
    expect(await table()).toEqual(['1 ada 0 (1 missing)']);
  });

  it('at the end of time is the one of now, whatever has happened, in whatever order it came', async () => {
    const matches = fc.array(seasons, { minLength: 1, maxLength: 4 });
    const rules = fc.record({ basis: fc.constantFrom('FT90', 'AET120', 'PENS_SUM'), countAwarded: fc.boolean() });
    const property = fc.asyncProperty(matches, rules, fc.nat(), async (played, over, seed) => {
      standings = memoryTally();
      const events = playMatches(played).flatMap(one => one.events);
      const [order = []] = fc.sample(fc.shuffledSubarray(events, { minLength: events.length }), { seed, numRuns: 1 });
      await project(still, standings, standingsProjection, order);
      const query = { tenantId: 'acme', competition, rules: { ...DEFAULT_POOL_RULES, ...over } };
      expect(await readStandings(standings, query)).toEqual(await readStandings(standings, { ...query, at: END }));
    });
    await fc.assert(property, { numRuns: 60 });
  });
});

describe('the table of a pool', () => {
  const office = { poolId: 'office' };
  beforeEach(async () => {
    await happened(
      ended('a', 2, day(1), 'match.finished', after90('2-1')),
      prediction({ matchId: 'a', playerId: 'ada', picked: '2-1', version: 2, at: day(1) }, after90('2-1')),
      prediction({ matchId: 'a', playerId: 'bob', picked: '3-2', version: 2, at: day(1) }, after90('2-1')),
      member('ada', 1, day(1), 'joined'),
      member('cleo', 1, day(2), 'joined'),
      member('ada', 2, day(3), 'left'),
    );
  });

  it('has its members alone, also those without a prediction', async () => {
    expect(await table(office)).toEqual(['1 cleo 0 (1 missing)']);
    expect(await table({ poolId: 'another' })).toEqual([]);
    await happened(member('ada', 3, day(4), 'joined'));
    expect(await table(office)).toEqual(['1 ada 4 (0 missing)', '2 cleo 0 (1 missing)']);
  });

  it('at an instant has the members of then', async () => {
    expect(await table({ ...office, at: '2023-08-11T19:00:00.000Z' })).toEqual([]);
    expect(await table({ ...office, at: day(1) })).toEqual(['1 ada 4 (0 missing)']);
    expect(await table({ ...office, at: day(2) })).toEqual(['1 ada 4 (0 missing)', '2 cleo 0 (1 missing)']);
    expect(await table({ ...office, at: day(3) })).toEqual(['1 cleo 0 (1 missing)']);
  });
});

describe('statistics', () => {
  it('are of all, of each match and of each day', async () => {
    await happened(
      prediction(
        { matchId: 'a', playerId: 'ada', picked: '2-1', version: 2, at: day(1), confidence: 1 },
        after90('2-1'),
      ),
      prediction(
        { matchId: 'a', playerId: 'bob', picked: '0-1', version: 2, at: day(1), confidence: 1 },
        after90('2-1'),
      ),
      prediction({ matchId: 'b', playerId: 'ada', picked: '2-1', version: 2, at: day(2) }, 'void'),
    );
    const { total, matches, days } = await readStatistics(statistics, { tenantId: 'acme', competition: competition });
    expect(total).toMatchObject({ evaluated: 2, void: 1, points: 4, hitRate: 0.5, accuracyMean: 0.5 });
    expect(Object.keys(matches)).toEqual(['a', 'b']);
    expect(matches.a).toMatchObject({ evaluated: 2, void: 0 });
    expect(days).toMatchObject({ '2023-08-11': { evaluated: 2 }, '2023-08-12': { evaluated: 0, void: 1 } });
  });

  it('of nothing are zeros, and means of nothing are null', async () => {
    const { total, matches, days } = await readStatistics(statistics, { tenantId: 'acme', competition: competition });
    expect(total).toMatchObject({ created: 0, evaluated: 0, hitRate: null, accuracyMean: null, confidenceMean: null });
    expect([matches, days]).toEqual([{}, {}]);
  });
});
