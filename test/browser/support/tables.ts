import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ApiClient } from '../../../cli/api-client.ts';
import { loadDemoSeason } from '../../../cli/demo/season.ts';
import { type Fact, type Guess, tableOf } from '../../programs/oracle.ts';
import { HOST } from './cup.ts';

/** A row, as far as every source has it: rank, the player's name, points. */
export type Row = string;

/** The rows that the page shows. */
export const shownRows = async (page: Page): Promise<readonly Row[]> => {
  const cells = await page
    .locator('.virtual tbody tr[aria-rowindex]')
    .evaluateAll(rows => rows.map(row => [...row.children].map(cell => cell.textContent ?? '')));
  return cells.map(([rank, , player = '', points]) => `${rank} ${player.replace(/ you$/, '').trim()} ${points}`);
};

interface Standing {
  readonly rank: number;
  readonly playerId: string;
  readonly points: number;
}

const standingsOf = async (api: ApiClient, pool: string, query = ''): Promise<readonly Standing[]> =>
  (await api.get<{ standings: Standing[] }>(HOST, `/v1/pools/${pool}/standings?limit=500${query}`)).standings;

/** Rows as the page writes them: with names instead of ids. */
const named = async (api: ApiClient, standings: readonly Standing[]): Promise<readonly Row[]> => {
  const path = `/v1/players?ids=${standings.map(({ playerId }) => playerId).join()}`;
  const { items } = await api.get<{ items: { playerId: string; displayName: string }[] }>(HOST, path);
  const names = new Map(items.map(({ playerId, displayName }) => [playerId, displayName]));
  expect(names.get('form')).toBe('Form of five');
  return standings.map(({ rank, playerId, points }) => `${rank} ${names.get(playerId) ?? playerId} ${points}`);
};

/** The rows that the API answers with. @param query of the standings: `&at=…` */
export const answeredRows = async (api: ApiClient, pool: string, query = ''): Promise<readonly Row[]> =>
  named(api, await standingsOf(api, pool, query));

/** Ids of the matches of a competition that have been played. */
const finishedIn = async (api: ApiClient, competition: string): Promise<readonly string[]> => {
  const path = `/v1/competitions/${competition}/matches?status=finished&limit=500`;
  const { items } = await api.get<{ items: { fixture: { matchId: string } }[] }>(HOST, path);
  return items.map(({ fixture }) => fixture.matchId);
};

const guessesOf = async (api: ApiClient, matchId: string): Promise<readonly Guess[]> => {
  const { items } = await api.get<{
    items: { key: { playerId: string }; pick: { predicted: { home: number; away: number } } }[];
  }>(HOST, `/v1/matches/${matchId}/predictions?limit=500`);
  return items.map(({ key, pick: { predicted } }) => ({
    player: key.playerId,
    match: matchId,
    score: [predicted.home, predicted.away],
    confidence: null,
  }));
};

/**
 * The rows of a pool computed a second time: from the results in the demo season's file, what everybody said, and rules that are
 * written down once more. Nothing was corrected yet.
 */
export const computedRows = async (api: ApiClient, pool: string): Promise<readonly Row[]> => {
  const { feed } = loadDemoSeason('premier-league-2023-24');
  const results = new Map(feed.matches.map(({ fixture, outcome }) => [fixture.matchId, outcome]));
  const facts = new Map<string, Fact>();
  const guesses: Guess[] = [];
  for (const matchId of await finishedIn(api, feed.competition)) {
    const outcome = results.get(matchId);
    if (outcome?.kind !== 'played') throw new Error(`${matchId} has no result in the season's file`);
    const { home, away } = outcome.result.fullTime;
    facts.set(matchId, { score: [home, away] });
    guesses.push(...(await guessesOf(api, matchId)));
  }
  expect(facts.size).toBeGreaterThan(30);
  const members = (await standingsOf(api, pool)).map(({ playerId }) => playerId);
  const said = guesses.filter(({ player }) => members.includes(player));
  // Who has not said anything is of the table too: a guess of no match counts for nothing.
  const silent = members.map((player): Guess => ({ player, match: '', score: [0, 0], confidence: null }));
  const table = tableOf(facts, [...said, ...silent], 'kicktipp-4-3-2') as readonly {
    readonly rank: number;
    readonly player: string;
    readonly points: number;
  }[];
  return named(
    api,
    table.map(({ rank, player, points }) => ({ rank, playerId: player, points })),
  );
};
