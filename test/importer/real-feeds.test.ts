import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { loadDemoSeason } from '../../cli/demo/season.ts';
import type { Feed, FeedMatch } from '../../shared/application/feed/feed.ts';
import { reconcile } from '../../shared/application/feed/reconcile.ts';
import { fold } from '../../shared/domain/decider.ts';
import type { MatchState } from '../../shared/domain/match.ts';
import { matchDecider } from '../../shared/domain/match-decisions.ts';
import { parseOpenFootball } from '../../shared/gateways/openfootball/parse.ts';
import { only } from './openfootball.ts';

const DATA = new URL('../../../shared/data/', import.meta.url);
const present = existsSync(new URL('openfootball', DATA)) && existsSync(new URL('feed-history', DATA));
if (!present) console.info(`real feeds: skipped, because there is no ${DATA.pathname}`);

const NOW = '2100-01-01T00:00:00.000Z';
const read = (path: string): string => readFileSync(new URL(path, DATA), 'utf8');
const load = (file: string): Feed => parseOpenFootball(read(`openfootball/${file}`), { fileName: file });

const apply = (
  state: MatchState,
  row: FeedMatch,
): { readonly state: MatchState; readonly types: readonly string[] } => {
  const commands = reconcile(state, row, NOW);
  const reached = commands.reduce((current, command) => {
    const decision = matchDecider.decide(command, current);
    if (decision.outcome === 'refused') throw new Error(decision.refusal.message);
    return fold(matchDecider.evolve, current, decision.events);
  }, state);
  return { state: reached, types: commands.map(command => command.type) };
};

describe.skipIf(!present)('real seasons', () => {
  const files = present ? readdirSync(new URL('openfootball', DATA)).filter(file => file.endsWith('.json')) : [];
  const all = files.flatMap(file => load(file).matches);
  const count = (kind: FeedMatch['outcome']['kind']): number =>
    all.filter(({ outcome }) => outcome.kind === kind).length;

  it('are read to the last match', () => {
    expect(all).toHaveLength(2489);
    expect([count('cancelled'), count('awarded'), count('postponed'), count('open')]).toEqual([74, 1, 1, 88]);
    expect(new Set(all.map(({ fixture }) => fixture.matchId)).size).toBe(2489);
  });

  it.each([
    ['2023-24_en.1.json', 'Burnley FC', 'Manchester City FC', '2023-08-11T19:00:00.000Z'],
    ['2023-24_de.1.json', 'SV Werder Bremen', 'FC Bayern München', '2023-08-18T18:30:00.000Z'],
    ['2019-20_nl.1.json', 'PEC Zwolle', 'Willem II', '2019-08-02T18:00:00.000Z'],
    ['2011-12_uefa.cl.json', 'Manchester City (ENG)', 'SSC Napoli (ITA)', '2011-09-14T18:45:00.000Z'],
  ])('%s: %s against %s kicks off at %s', (file, home, away, at) => {
    const match = load(file).matches.find(({ fixture }) => fixture.home === home && fixture.away === away);
    expect(match?.kickOff).toEqual({ at, timeKnown: true });
  });

  it('may have a pair meet twice at one ground', () => {
    const met = load('2011-12_uefa.cl.json').matches.filter(({ fixture }) => /-milan-barcelona/.test(fixture.matchId));
    expect(met.map(({ fixture }) => [fixture.round, fixture.matchId])).toEqual([
      ['Group H', 'uefa-champions-league-2011-12-milan-barcelona'],
      ['Quarterfinals', 'uefa-champions-league-2011-12-milan-barcelona-2'],
    ]);
  });

  it('are those that the demo ships', () => {
    const facts = ({ fixture, kickOff, outcome }: FeedMatch): unknown => [
      fixture,
      kickOff,
      outcome.kind === 'played' && outcome.result.fullTime,
    ];
    expect(loadDemoSeason('premier-league-2023-24').feed.matches.map(facts)).toEqual(
      load('2023-24_en.1.json').matches.map(facts),
    );
    expect(loadDemoSeason('premier-league-2018-19').feed.matches.map(facts)).toEqual(
      load('2018-19_en.1.json').matches.map(facts),
    );
  });

  it('change nothing when they are imported again', () => {
    for (const row of all) expect(apply(apply(matchDecider.initial, row).state, row).types).toEqual([]);
  });
});

// --- What a feed did between its versions ------------------------------------------------------------------------------

const change = z.object({
  file: z.string(),
  kind: z.string(),
  round: z.string().nullable(),
  home: z.string(),
  away: z.string(),
  score: z.unknown().optional(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
type Change = z.infer<typeof change>;

/** A row of the feed in one of its versions. */
const rowOf = ({ file, round, home, away }: Change, facts: object): FeedMatch => {
  const row = { round, date: '2025-01-25', time: '15:00', team1: home, team2: away, ...facts };
  return only(parseOpenFootball(JSON.stringify({ name: file, matches: [row] }), { fileName: file }).matches);
};

/** Enough of the 3,600 published results: the other kinds, which vary more, are checked to the last. */
const sample = (entries: readonly Change[]): readonly Change[] =>
  entries.length > 2_000 ? entries.filter((_, index) => index % 10 === 0) : entries;

/** A feed does not say in its changes what an award gave. */
const AWARD = { ft: [0, 2] };

const versions = (entry: Change): readonly [before: object, after: object] => {
  switch (entry.kind) {
    case 'ResultPublished':
      return [{}, { score: entry.score }];
    case 'ResultWithdrawn':
      return [{ score: entry.before }, {}];
    case 'ResultCorrected':
    case 'ScoreDetailChanged':
      return [{ score: entry.before }, { score: entry.after }];
    case 'StatusChanged':
      return [{ status: entry.before }, { status: entry.after, ...(entry.after === 'awarded' && { score: AWARD }) }];
    default:
      return [Object(entry.before), Object(entry.after)];
  }
};

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  KickoffTimeAnnounced: ['reschedule'],
  KickoffTimeChanged: ['reschedule'],
  Rescheduled: ['reschedule'],
  ResultPublished: ['finish'],
  ResultCorrected: ['correct'],
  ScoreDetailChanged: ['correct'],
  ResultWithdrawn: ['withdraw-result'],
  'StatusChanged to cancelled': ['cancel'],
  'StatusChanged from cancelled': ['reinstate'],
  'StatusChanged to postponed': ['postpone'],
  'StatusChanged from postponed': ['reschedule'],
  'StatusChanged to awarded': ['award'],
};

const nameOf = ({ kind, before, after }: Change): string =>
  kind === 'StatusChanged' ? `${kind} ${after === null ? `from ${before}` : `to ${after}`}` : kind;

describe.skipIf(!present)('the history of real feeds', () => {
  const entries = present
    ? read('feed-history/feed-changes-top-leagues-2024-26.jsonl')
        .split('\n')
        .filter(Boolean)
        .map(line => change.parse(JSON.parse(line)))
        // Cup ties get a date before they get their teams: they are not matches yet.
        .filter(({ home }) => home !== 'N.N.')
    : [];
  const byName = Map.groupBy(entries, nameOf);

  it('has every kind of change that is expected, and no other', () => {
    expect(entries).toHaveLength(7595);
    expect([...byName.keys()].toSorted()).toEqual(Object.keys(EXPECTED).toSorted());
  });

  it.each(Object.entries(EXPECTED))('%s is %j, once', (name, commands) => {
    for (const entry of sample(byName.get(name) ?? [])) {
      const [before, after] = versions(entry).map(facts => rowOf(entry, facts));
      if (!before || !after) throw new Error('two versions are expected');
      const first = apply(matchDecider.initial, before);
      const second = apply(first.state, after);
      expect(second.types, JSON.stringify(entry)).toEqual(commands);
      expect(apply(second.state, after).types).toEqual([]);
    }
  });
});
