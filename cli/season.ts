import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Feed } from '../shared/application/feed/feed.ts';
import { DEFAULT_POOL_RULES, type Standings } from '../shared/application/read-models.ts';
import { parseOpenFootball } from '../shared/gateways/openfootball/parse.ts';
import { parsePredictions } from '../shared/gateways/predictions-csv.ts';
import { type OpenStack, openLocalStack } from './local-stack.ts';
import { progressBar } from './progress.ts';
import { runCli } from './run-cli.ts';
import { readSeasonArguments, type SeasonArguments } from './season/arguments.ts';
import { balances, readLedger } from './season/ledger.ts';
import { type Entry, importFeed, playSeason, type Stage } from './season/play.ts';
import { playerIdOf } from './season/players.ts';
import { rawWritesPerSecond } from './season/raw-writes.ts';
import { type Names, reportOf, tableOf } from './season/report.ts';
import { endOf, hoursAfter, timelineOf } from './season/timeline.ts';
import { organiserOf } from './tokens.ts';
import { wholeTable } from './whole-table.ts';

const TENANT = 'season';
const POOL = 'everybody';

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const readFeed = (file: string, timeZone: string | undefined): Feed =>
  parseOpenFootball(readFileSync(file, 'utf8'), {
    fileName: basename(file),
    ...(timeZone !== undefined && { timeZone }),
  });

interface Predictions {
  readonly names: Names;
  readonly byMatch: ReadonlyMap<string, readonly Entry[]>;
}

const readPredictions = (file: string, feed: Feed): Predictions => {
  const rows = parsePredictions(readFileSync(file, 'utf8'), feed).map(({ player, matchId, predicted, confidence }) => ({
    player,
    matchId,
    entry: { playerId: playerIdOf(player), pick: { predicted, confidence } },
  }));
  const byMatch = Map.groupBy(rows, row => row.matchId);
  return {
    names: new Map(rows.map(({ player, entry }) => [entry.playerId, player])),
    byMatch: new Map([...byMatch].map(([matchId, own]) => [matchId, own.map(({ entry }) => entry)])),
  };
};

const play = async (
  { stack, api }: OpenStack,
  args: SeasonArguments,
  feed: Feed,
  predictions: Predictions,
): Promise<void> => {
  const stage: Stage = {
    api,
    setClock: instant => stack.clock.set(new Date(instant)),
    settled: () => stack.settled({ timeoutMs: 120_000 }),
  };
  const moments = timelineOf(feed);
  const bar = progressBar(moments.length, feed.name);
  let done = 0;
  await playSeason(stage, {
    tenantId: TENANT,
    feed,
    pool: { poolId: POOL, name: feed.name, rules: { ...DEFAULT_POOL_RULES, rules: args.rules, basis: args.basis } },
    players: [...predictions.names.keys()],
    entries: match => predictions.byMatch.get(match.fixture.matchId) ?? [],
    onMoment: async ({ at }) => {
      done += 1;
      bar.to(done, at.slice(0, 10));
    },
  });
  bar.end();
};

/** A later file is published the day after all that came before, and no sooner than its results can be known. */
const importLater = async ({ stack, api }: OpenStack, feed: Feed): Promise<void> => {
  const ends = feed.matches.filter(({ outcome }) => outcome.kind === 'played').map(endOf);
  const now = [hoursAfter(stack.clock.now().toISOString(), 24), ...ends].sort().at(-1) ?? '';
  stack.clock.set(new Date(now));
  const counts = await importFeed(api, TENANT, feed, now);
  await stack.settled({ timeoutMs: 120_000 });
  const what = Object.entries(counts).map(([type, count]) => `${count} ${type}`);
  say(`later file: ${what.length > 0 ? what.join(', ') : 'nothing new'}`);
};

const standingsOf = ({ api }: OpenStack, at?: string): Promise<Standings> =>
  wholeTable(api, organiserOf(TENANT), POOL, at === undefined ? at : new Date(at).toISOString());

const season = async (args: SeasonArguments): Promise<number> => {
  const [feed, ...later] = args.fixtures.map(file => readFeed(file, args.timeZone));
  if (!feed) throw new Error('there is no fixtures file');
  const predictions = readPredictions(args.predictions, feed);
  await using open = await openLocalStack({ say });
  const published = new Set<string>();
  open.stack.bus.observe(event => {
    const { tenantId, id } = event.detail as { tenantId?: string; id?: string };
    published.add(`${tenantId}#${id}`);
  });
  const from = performance.now();
  await play(open, args, feed, predictions);
  for (const file of later) await importLater(open, file);
  const seconds = (performance.now() - from) / 1000;
  const final = await standingsOf(open);
  const at = new Map<string, Standings>();
  for (const instant of args.standingsAt) at.set(instant, await standingsOf(open, instant));
  const ledger = await readLedger(open.stack, published);
  const report = reportOf(final, at, predictions.names, { ledger, seconds });
  process.stdout.write(args.json ? `${JSON.stringify(report, null, 2)}\n` : `${tableOf(report.standings)}\n`);
  const rate = ledger.stored / seconds;
  const raw = await rawWritesPerSecond(open.stack);
  say(
    `${ledger.stored} events in ${report.seconds} s: ${Math.round(rate)} a second, ${(rate / raw).toFixed(2)} of ${Math.round(raw)} raw PutItems a second`,
  );
  for (const pair of ledger.withoutOutcome.slice(0, 10)) say(`no outcome: ${pair}`);
  return balances(ledger) ? 0 : 1;
};

await runCli(() => season(readSeasonArguments(process.argv)));
