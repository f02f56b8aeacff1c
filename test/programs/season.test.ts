import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE_MS, remove, scratch } from '../e2e/harness.ts';
import { type Ended, run } from '../e2e/process.ts';
import { FEEDS, factsAt, GUESSES, PREDICTIONS } from './cup.ts';
import { type Fact, rounded, tableOf } from './oracle.ts';
import { factsOf, guessesOf, REAL, type RealFeed } from './real-league.ts';

/** What `season --json` prints, as far as it is looked at here. */
interface Report {
  readonly rules: string;
  readonly matches: { readonly finished: number; readonly cancelled: number };
  readonly standings: readonly { readonly accuracy_mean: number | null }[];
  readonly standings_at: Readonly<Record<string, Report['standings']>>;
  readonly events: { readonly stored: number; readonly published: number; readonly dead_lettered: number };
  readonly seconds: number;
}

let folder: string;
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
beforeAll(() => {
  folder = scratch();
});
afterAll(() => remove(folder));

const season = (...args: readonly string[]): Promise<Ended> => run('cli/season.ts', ...args);

/** The report, when the program said nothing else on stdout and was content. */
const reportOf = ({ code, stdout, stderr }: Ended): Report => {
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  const report = JSON.parse(stdout) as Report;
  expect(report.events).toEqual({ stored: report.events.stored, published: report.events.stored, dead_lettered: 0 });
  expect(report.events.stored).toBeGreaterThan(0);
  expect(Object.keys(report)).toEqual(['rules', 'matches', 'standings', 'standings_at', 'events', 'seconds']);
  return report;
};

const finishedIn = (facts: ReadonlyMap<string, Fact>): Report['matches'] => ({
  finished: [...facts.values()].filter(fact => typeof fact === 'object').length,
  cancelled: [...facts.values()].filter(fact => fact === 'cancelled').length,
});

if (!existsSync(REAL)) console.info(`skipped, since ${REAL} is absent: four rounds of a real league`);

describe.concurrent('season', () => {
  it('plays a cup with a match of every kind, and follows later versions of its feed', {
    timeout: PATIENCE_MS,
  }, async () => {
    const [first = '', second = '', third = ''] = FEEDS.map((feed, index) => file(`v${index}_en.1.json`, feed));
    // Before and at the first result; after the ninth match; at the first file's end; between the second and the third.
    const instants = [
      ...['2024-08-10T15:59:59.999Z', '2024-08-10T16:00:00Z', '2024-11-09T23:00:00+02:00'],
      ...['2024-11-16T17:00:00.000Z', '2024-11-22T12:00:00+01:00'],
    ];
    const ended = await season(
      ...[first, second, third, third].flatMap(path => ['--fixtures', path]),
      ...['--predictions', file('later.csv', PREDICTIONS), '--rules', 'exact-3-tendency-1', '--basis', 'PENS_SUM'],
      ...instants.flatMap(instant => ['--standings-at', instant]),
      '--json',
    );
    const report = reportOf(ended);
    const facts = factsAt('9999', 'PENS_SUM', 3);
    expect(report.rules).toBe('exact-3-tendency-1');
    expect(report.matches).toEqual(finishedIn(facts));
    expect(report.standings.map(rounded)).toEqual(tableOf(facts, GUESSES, 'exact-3-tendency-1'));
    expect(Object.keys(report.standings_at)).toEqual(instants);
    for (const instant of instants) {
      const then = factsAt(new Date(instant).toISOString(), 'PENS_SUM', 3);
      expect(report.standings_at[instant]?.map(rounded)).toEqual(tableOf(then, GUESSES, 'exact-3-tendency-1'));
    }
    const later = ended.stderr.split('\n').filter(line => line.startsWith('later file: '));
    expect(later).toHaveLength(3);
    expect(later[0]).toContain('1 correct');
    expect(later[0]).toContain('1 cancel');
    expect(later[0]).toContain('1 reinstate');
    expect(later[1]).toContain('1 withdraw-result');
    expect(later[2]).toBe('later file: nothing new');
  });

  it.skipIf(!existsSync(REAL))(
    'plays four rounds of a real league, and a later file',
    { timeout: PATIENCE_MS },
    async () => {
      const feed = JSON.parse(readFileSync(REAL, 'utf8')) as RealFeed;
      const rows = feed.matches.slice(0, 36);
      const guesses = rows.flatMap((_, index) => guessesOf(index));
      const later = rows.map((row, index) => {
        if (index % 13 === 3) return { ...row, score: { ft: [row.score.ft[1] + 1, row.score.ft[0]] as const } };
        return index % 17 === 5 ? { ...row, status: 'cancelled' } : row;
      });
      const [first, second] = [rows, later].map((matches, index) =>
        file(`real${index}_de.1.json`, JSON.stringify({ ...feed, matches })),
      );
      const day = rows[18]?.date ?? '';
      // Berlin's midnight and some hours more: every match of that day is over, and none of the next has begun.
      const instant = `${day}T23:30:00Z`;
      const csv = guesses.map(({ player, match, score, confidence }) => {
        const { round, team1, team2 } = rows[Number(match)] ?? {};
        return [player, round, team1, team2, ...score, confidence ?? ''].join();
      });
      const predictions = file(
        'real.csv',
        ['player,round,home,away,predicted_home,predicted_away,confidence', ...csv].join('\n'),
      );
      const ended = await season(
        ...['--fixtures', first ?? '', '--fixtures', second ?? '', '--predictions', predictions],
        ...['--rules', 'classic-3-2-1', '--standings-at', instant, '--json'],
      );
      const report = reportOf(ended);
      const facts = factsOf(later);
      expect(report.matches).toEqual(finishedIn(facts));
      expect(report.matches.cancelled).toBe(2);
      expect(report.standings.map(rounded)).toEqual(tableOf(facts, guesses, 'classic-3-2-1'));
      const then = factsOf(rows.map(row => (row.date <= day ? row : { ...row, status: 'to come' })));
      expect(report.standings_at[instant]?.map(rounded)).toEqual(tableOf(then, guesses, 'classic-3-2-1'));
    },
  );
});

describe.concurrent('season, given what it cannot use,', () => {
  const [header = '', one = '', ...more] = PREDICTIONS.split('\r\n');
  const cup = (): string => file('broken_en.1.json', FEEDS[0] ?? '');
  const csv = (): string => file('fine.csv', PREDICTIONS);
  const rows = (change: (matches: Record<string, unknown>[]) => void): string => {
    const feed = JSON.parse(FEEDS[0] ?? '') as { matches: Record<string, unknown>[] };
    change(feed.matches);
    return JSON.stringify(feed);
  };
  it.each<[string, () => readonly [fixtures: string, predictions: string, ...string[]], RegExp]>([
    [
      'a team that nobody knows',
      () => [cup(), file('team.csv', [header, one, ...more].join('\n').replace('Corby Rovers', 'Carlisle'))],
      /line 3, home: .*no team "Carlisle"/,
    ],
    [
      'a file that is not JSON',
      () => [file('cut_en.1.json', '{"name": "Cup", "matches": ['), csv()],
      /cut_en\.1\.json.*not JSON/s,
    ],
    [
      'a score that is none',
      () => [
        file(
          'score_en.1.json',
          rows(matches => Object.assign(matches[4] ?? {}, { score: { ft: [1, 'x'] } })),
        ),
        csv(),
      ],
      /row 5, score\.ft\[1\]: .*"x"/,
    ],
    [
      'an unknown time zone',
      () => [cup(), csv(), '--time-zone', 'Europe/Atlantis'],
      /--time-zone.*"?Europe\/Atlantis|"Europe\/Atlantis".*--time-zone/,
    ],
    ['a file that is not there', () => [join(folder, 'nowhere.json'), csv()], /^[^\n]*nowhere\.json[^\n]*\n$/],
  ])('says what is wrong: %s', { timeout: PATIENCE_MS }, async (_, given, message) => {
    const [fixtures, predictions, ...rest] = given();
    const ended = await season('--fixtures', fixtures, '--predictions', predictions, '--json', ...rest);
    expect(ended.stderr).toMatch(message);
    expect(ended.stderr).not.toMatch(/^ +at /m);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
  });
});
