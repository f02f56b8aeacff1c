import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Command, Option } from 'commander';
import { DEFAULT_POOL_RULES, type Standings } from '../shared/application/read-models.ts';
import { ApiError } from './api-error.ts';
import { predictorEntries } from './demo/entries.ts';
import { demoPredictors } from './demo/predictors.ts';
import { roundsPlayed } from './demo/rounds.ts';
import { DEMO_SEASONS, type DemoSeason, type DemoSeasonName, loadDemoSeason } from './demo/season.ts';
import { interrupted } from './interrupted.ts';
import { DATA_FOLDER } from './ledger/deployment.ts';
import { announce } from './ledger/running.ts';
import { type OpenStack, openLocalStack } from './local-stack.ts';
import { builtPage } from './page.ts';
import { progressBar } from './progress.ts';
import { runCli } from './run-cli.ts';
import { say } from './say.ts';
import { playSeason } from './season/play.ts';
import { linesOf, type Names, tableOf } from './season/report.ts';
import { organiserOf } from './tokens.ts';
import { wholeTable } from './whole-table.ts';

const TENANT = 'demo';
/** What a run leaves in its data folder. */
const LEFTOVERS = [
  ...(['bundles', 'checkpoints', 'cognito', 'dynamodb', 'mails', 'running.json', 's3', 'secrets', 'sqs'] as const),
];
const DEFAULT_PORT = 3000;

interface Arguments {
  readonly season: DemoSeasonName;
  readonly port: number;
  readonly data: string;
  readonly fresh: boolean;
  readonly logs: boolean;
}

const readArguments = (): Arguments =>
  new Command('start')
    .description('Runs the stack on this machine, plays a season on it, and goes on serving the page and the API.')
    .addOption(new Option('--season <name>', 'season to play').choices([...DEMO_SEASONS]).default(DEMO_SEASONS[0]))
    .option('--port <number>', 'port of the HTTP API', Number, DEFAULT_PORT)
    .option('--data <folder>', 'where it is kept; one runtime at a time', DATA_FOLDER)
    .option('--fresh', 'forget what earlier runs left there', false)
    .option('--logs', 'print what the functions log', false)
    .parse()
    .opts<Arguments>();

const poolId = (season: DemoSeasonName): string => `demo-${season}`;

const standingsOf = ({ api }: OpenStack, season: DemoSeasonName): Promise<Standings> =>
  wholeTable(api, organiserOf(TENANT), poolId(season));

/** How many matches earlier runs have played. */
const playedBefore = async (open: OpenStack, name: DemoSeasonName): Promise<number> => {
  try {
    return (await standingsOf(open, name)).matches.finished;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'unknown-pool') return 0;
    throw error;
  }
};

const leaders = ({ standings }: Standings, names: Names): string =>
  linesOf(standings, names)
    .slice(0, 3)
    .map(({ rank, player, points }) => `${rank}. ${player} ${points}`)
    .join('   ');

/** Plays the season, from wherever an earlier run was stopped. */
const play = async (open: OpenStack, name: DemoSeasonName, season: DemoSeason, names: Names): Promise<void> => {
  const { feed, model } = season;
  const before = await playedBefore(open, name);
  if (before === feed.matches.length) return;
  if (before > 0) say(`${before} of ${feed.matches.length} matches were played before: it goes on from there.`);
  const predictors = demoPredictors(model);
  const entries = predictorEntries(predictors);
  const rounds = roundsPlayed(feed);
  const bar = progressBar(feed.matches.length, 'matches');
  await playSeason(
    {
      api: open.api,
      setClock: instant => open.stack.clock.set(new Date(instant)),
      settled: () => open.stack.settled({ timeoutMs: 120_000 }),
    },
    {
      tenantId: TENANT,
      feed,
      pool: { poolId: poolId(name), name: feed.name, rules: DEFAULT_POOL_RULES },
      players: predictors.map(({ playerId }) => playerId),
      entries: entries.of,
      onMoment: async moment => {
        entries.learn(moment.results);
        const round = rounds.after(moment.results);
        bar.to(rounds.played, moment.at.slice(0, 10));
        // What was played before is only gone through again, and the table is long past it.
        if (round === undefined || rounds.played <= before) return;
        await open.stack.settled({ timeoutMs: 120_000 });
        say(`${round.padEnd(12)} ${leaders(await standingsOf(open, name), names)}`);
      },
    },
  );
  bar.end();
};

const INVITATION = ({ apiUrl, siteUrl, userPoolUrl }: OpenStack, name: DemoSeasonName, data: string): string => `
The page is at ${siteUrl}, the API at ${apiUrl}. A token makes you anybody, for an hour:

  TOKEN=$(curl -s ${new URL('/token', userPoolUrl)} --json '{"username": "ann", "groups": ["player"],
    "attributes": {"custom:tenant": "${TENANT}"}}' | cut -d'"' -f4)
  curl ${apiUrl}/v1/pools/${poolId(name)}/standings -H "authorization: Bearer $TOKEN"
  curl "${apiUrl}/v1/pools/${poolId(name)}/standings?at=2023-12-31T23:59:59.000Z" -H "authorization: Bearer $TOKEN"

Groups are player, organiser, operator and producer.

Ctrl-C ends it; what was played stays in ${data} (--fresh forgets it). Functions are reloaded when you edit them.`;

/** Only what a run has put there itself: the folder may be anybody's. */
const forget = async (data: string): Promise<void> => {
  for (const part of LEFTOVERS) await rm(join(data, part), { recursive: true, force: true });
};

const start = async ({ season: name, port, data, fresh, logs }: Arguments): Promise<number> => {
  const signal = interrupted();
  const ended = new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }));
  if (fresh) await forget(data);
  const season = loadDemoSeason(name);
  const names: Names = new Map(demoPredictors(season.model).map(({ playerId, name }) => [playerId, name]));
  await using open = await openLocalStack({
    dataDir: data,
    port,
    site: await builtPage(say),
    watch: true,
    say,
    ...(logs && { log: (functionName: string, line: string) => say(`${functionName}: ${line}`) }),
  });
  await using _ = await announce(data, open.stack);
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  say(`The stack runs: synthesized in ${seconds(open.took.synthesis)} s, serving ${seconds(open.took.start)} s later.`);
  const work = async (): Promise<void> => {
    await play(open, name, season, names);
    open.stack.clock.release();
    say(`\n${season.feed.name}\n${tableOf(linesOf((await standingsOf(open, name)).standings, names))}`);
    say(INVITATION(open, name, relative(process.cwd(), data) || data));
  };
  await Promise.race([work().then(() => ended), ended]);
  say('Stopping.');
  return 0;
};

await runCli(() => start(readArguments()));
