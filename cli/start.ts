import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startDirector } from './demo/director.ts';
import { demoListener, lateListener } from './demo/http/listener.ts';
import { demoRoutes } from './demo/http/routes.ts';
import type { DemoSeasonName } from './demo/season.ts';
import { type DemoShow, demoShow, TENANT } from './demo/show.ts';
import { interrupted } from './interrupted.ts';
import { announce } from './ledger/running.ts';
import { type OpenStack, openLocalStack } from './local-stack.ts';
import { openPage } from './open-page.ts';
import { builtPage } from './page.ts';
import { type Progress, progressBar } from './progress.ts';
import { runCli } from './run-cli.ts';
import { say } from './say.ts';
import { linesOf, tableOf } from './season/report.ts';
import { readStartArguments, type StartArguments } from './start/arguments.ts';

/** How long commands of the season may go on after Ctrl-C. */
const STOP_GRACE_MS = 1500;

/** What a run leaves in its data folder. */
const LEFTOVERS = [
  ...(['bundles', 'checkpoints', 'cognito', 'dynamodb', 'mails', 'running.json', 's3', 'secrets', 'sqs'] as const),
];

const INVITATION = ({ apiUrl, siteUrl, userPoolUrl }: OpenStack, poolId: string, data: string): string => `
The page is at ${siteUrl}, the API at ${apiUrl}. A token makes you anybody, for an hour:

  TOKEN=$(curl -s ${new URL('/token', userPoolUrl)} --json '{"username": "ann", "groups": ["player"],
    "attributes": {"custom:tenant": "${TENANT}"}}' | cut -d'"' -f4)
  curl ${apiUrl}/v1/pools/${poolId}/standings -H "authorization: Bearer $TOKEN"
  curl "${apiUrl}/v1/pools/${poolId}/standings?at=2023-12-31T23:59:59.000Z" -H "authorization: Bearer $TOKEN"

Groups are player, organiser, operator and producer.

Ctrl-C ends it; what was played stays in ${data} (--fresh forgets it). Functions are reloaded when you edit them.`;

/** Only what a run has put there itself: the folder may be anybody's. */
const forget = async (data: string): Promise<void> => {
  for (const part of LEFTOVERS) await rm(join(data, part), { recursive: true, force: true });
};

/** A season on the stack, with a progress bar and a line a matchday for the person at the terminal. */
const showAtTerminal = (open: OpenStack, name: DemoSeasonName): DemoShow => {
  let bar: Progress | undefined;
  const show: DemoShow = demoShow(open, name, {
    goesOn: (played, matches) => say(`${played} of ${matches} matches were played before: it goes on from there.`),
    moment: (played, day) => {
      bar ??= progressBar(show.matches, 'matches');
      bar.to(played, day);
    },
    matchday: (round, leaders) => say(`${round.padEnd(12)} ${leaders}`),
    ended: () => bar?.end(),
  });
  return show;
};

const start = async (args: StartArguments): Promise<number> => {
  const { data, port, fresh, logs } = args;
  if (fresh) await forget(data);
  const demo = lateListener();
  await using open = await openLocalStack({
    dataDir: data,
    port,
    site: await builtPage(say),
    watch: true,
    metered: true,
    siteRoutes: { '/demo/': demo.listener },
    say,
    ...(logs && { log: (functionName: string, line: string) => say(`${functionName}: ${line}`) }),
  });
  // Until here Ctrl-C ends all at once: nothing has begun that it could cut short.
  const signal = interrupted();
  const ended = new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }));
  await using _ = await announce(data, open.stack);
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  say(`The stack runs: synthesized in ${seconds(open.took.synthesis)} s, serving ${seconds(open.took.start)} s later.`);
  const director = startDirector({
    season: args.season,
    speed: args.speed,
    paused: args.paused,
    onTrouble: trouble => say(`It stands still: ${trouble}`),
    showOf: name => showAtTerminal(open, name),
    onEnd: async ({ title, standings, names, poolId }) => {
      say(`\n${title}\n${tableOf(linesOf((await standings()).standings, names))}`);
      say(INVITATION(open, poolId, relative(process.cwd(), data) || data));
    },
  });
  demo.serve(demoListener(demoRoutes(open, director)));
  say(`The page is at ${open.siteUrl}${args.paused ? ': press play there' : ''}.`);
  if (args.open) openPage(open.siteUrl);
  await ended;
  say('Stopping.');
  // What is under way comes to its end, if that is soon.
  await Promise.race([director.close(), delay(STOP_GRACE_MS, undefined, { ref: false })]);
  return 0;
};

await runCli(() => start(readStartArguments(process.argv)));
