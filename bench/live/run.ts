import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import * as z from 'zod';
import { demoListener, post } from '../../cli/demo/http/listener.ts';
import { type OpenStack, openLocalStack } from '../../cli/local-stack.ts';
import { builtPage } from '../../cli/page.ts';
import { grantOf, organiserOf, playerOf } from '../../cli/tokens.ts';
import { SCOPES } from '../../shared/events/subscription.ts';
import { percentile } from '../api/percentile.ts';
import { command, openBrowser, openPage, rankMoved, watchRank } from './pages.ts';

/**
 * `npm run bench:live` prints, and does not judge: how long after the answer to a result, on one browser's page, the rank moves on
 * another's. Milliseconds on a shared machine are noise.
 */

const { values } = parseArgs({ options: { results: { type: 'string' } } });
const RESULTS = Number(values.results ?? 15);
const COMPETITION = 'bench-live';
const BEFORE = '2031-01-01T12:00:00.000Z';
const KICK_OFF = { at: '2031-01-01T15:00:00.000Z', timeKnown: true };
const AFTER = '2031-01-01T17:00:00.000Z';
const say = (line: string): void => console.error(line);

const sign = z.strictObject({ player: z.string(), scopes: z.array(z.enum(SCOPES)) });
const matchOf = (index: number): string => `${COMPETITION}-${index}`;
const sleep = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Matches that ann and bob have predicted against each other: each result moves bob, in turns. */
const prepare = async ({ api, stack }: OpenStack, count: number): Promise<void> => {
  stack.clock.set(new Date(BEFORE));
  for (let index = 0; index < count; index += 1) {
    const matchId = matchOf(index);
    const match = { matchId, competition: COMPETITION, home: 'Home', away: 'Away', kickOff: KICK_OFF };
    await api.post(organiserOf('demo'), '/v1/matches', match);
    await api.post(playerOf('demo', 'ann'), '/v1/predictions', { matchId, predicted: { home: 2, away: 1 } });
    await api.post(playerOf('demo', 'bob'), '/v1/predictions', { matchId, predicted: { home: 1, away: 2 } });
  }
  stack.clock.set(new Date(AFTER));
  await stack.settled({ timeoutMs: 120_000 });
};

/** One result, after the stack has rested for so long. */
const measure = async (from: Page, to: Page, index: number, restMs: number): Promise<number> => {
  const annWins = index % 2 === 0;
  await sleep(restMs);
  await watchRank(to, 'bob', annWins ? 2 : 1);
  const result = { fullTime: annWins ? { home: 2, away: 1 } : { home: 1, away: 2 } };
  const answered = await command(from, `/v1/matches/${matchOf(index)}/finish`, { result });
  return Math.max(0, (await rankMoved(to)) - answered);
};

const bench = async (): Promise<void> => {
  const browser = await openBrowser();
  if (browser === undefined) {
    console.log('answer to a result -> rank on another page: skipped, there is no chromium (CHROMIUM=<path>)');
    return;
  }
  await using _ = { [Symbol.asyncDispose]: () => browser.close() };
  const site = await builtPage(say);
  let userPool = '';
  const token = post(sign, ({ player, scopes }) => grantOf(userPool, { tenant: 'demo', player, scopes }));
  const siteRoutes = { '/demo': demoListener({ '/demo/token': token }) };
  await using open = await openLocalStack({ say, site, siteRoutes });
  userPool = open.userPoolUrl;
  const warmUp = 2;
  await prepare(open, warmUp + 2 * RESULTS);
  const home = `${open.siteUrl}/standings?competition=${COMPETITION}`;
  const organiser = await openPage(browser, home, { player: 'host', scopes: ['player', 'organiser'] });
  const player = await openPage(browser, home, { player: 'ann', scopes: ['player'] });
  for (let index = 0; index < warmUp; index += 1) await measure(organiser, player, index, 0);
  for (const { name, restMs, first } of [
    { name: 'at rest', restMs: 3000, first: warmUp },
    { name: 'one after another', restMs: 0, first: warmUp + RESULTS },
  ]) {
    const took: number[] = [];
    for (let index = first; index < first + RESULTS; index += 1)
      took.push(await measure(organiser, player, index, restMs));
    const [median, p99] = [0.5, 0.99].map(part => percentile(took, part).toFixed(0));
    console.log(`answer to a result -> rank on another page, ${name}: median ${median} ms, p99 ${p99} ms (${RESULTS})`);
  }
};

await bench();
