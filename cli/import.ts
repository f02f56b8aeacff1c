import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Command } from 'commander';
import { parseOpenFootball } from '../shared/gateways/openfootball/parse.ts';
import { apiClient } from './api-client.ts';
import { DATA_FOLDER } from './ledger/deployment.ts';
import { runningStack } from './ledger/running.ts';
import { runCli } from './run-cli.ts';
import { importFeed } from './season/play.ts';
import { localTokens, type Tokens } from './tokens.ts';

interface Arguments {
  readonly api: string;
  readonly data: string;
  readonly tenant: string;
  readonly timeZone?: string;
}

const program = new Command('import')
  .description(
    'Imports an openfootball file into a running stack. Again, or a later version: only what changed is commanded.',
  )
  .argument('<file>', 'openfootball JSON')
  .option('--api <url>', 'base URL of the API', 'http://127.0.0.1:3000')
  .option('--data <folder>', 'data folder of the stack that runs on this machine', DATA_FOLDER)
  .option('--tenant <id>', 'tenant; elsewhere than on this machine it is that of the token', 'demo')
  .option('--time-zone <zone>', 'of the times in the file, where its name does not say: Europe/London')
  .parse();

/** Of the stack on this machine, unless MATCHDAY_TOKEN is the access token of an organiser. */
const tokensOf = async (data: string): Promise<Tokens> => {
  const token = process.env.MATCHDAY_TOKEN;
  return token === undefined ? localTokens((await runningStack(data)).userPoolUrl) : async () => token;
};

const importFile = async (): Promise<number> => {
  const file = program.args[0] ?? '';
  const { api, data, tenant, timeZone } = program.opts<Arguments>();
  const feed = parseOpenFootball(readFileSync(file, 'utf8'), {
    fileName: basename(file),
    ...(timeZone !== undefined && { timeZone }),
  });
  const counts = await importFeed(apiClient(api, await tokensOf(data)), tenant, feed, new Date().toISOString());
  const what = Object.entries(counts).map(([command, count]) => `${count} ${command}`);
  process.stdout.write(`${feed.name}: ${what.length > 0 ? what.join(', ') : 'nothing has changed'}\n`);
  return 0;
};

await runCli(importFile);
