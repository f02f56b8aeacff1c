import { expect } from 'vitest';
import { type Feed, FeedError, type FeedMatch } from '../../shared/application/feed/feed.ts';
import { parseOpenFootball } from '../../shared/gateways/openfootball/parse.ts';

/** A row as openfootball writes it; a test says only what it is about. */
export const row = (facts: Record<string, unknown> = {}): Record<string, unknown> => ({
  round: 'Matchday 1',
  date: '2023-08-12',
  time: '15:00',
  team1: 'Arsenal FC',
  team2: 'Nottingham Forest FC',
  ...facts,
});

export const feedOf = (rows: readonly unknown[], name = 'English Premier League 2023/24'): Feed =>
  parseOpenFootball(JSON.stringify({ name, matches: rows }), { timeZone: 'Europe/London' });

/** The one match of a file that has one. */
export const matchOf = (facts: Record<string, unknown>): FeedMatch => only(feedOf([row(facts)]).matches);

export const only = <T>(items: readonly T[]): T => {
  const [first] = items;
  if (first === undefined || items.length > 1) throw new Error(`one item expected, not ${items.length}`);
  return first;
};

/** What is wrong with a file, line by line, without the headline. */
export const problemsOf = (parse: () => unknown): readonly string[] => {
  try {
    parse();
  } catch (error) {
    expect(error).toBeInstanceOf(FeedError);
    return String(error)
      .split('\n')
      .slice(1)
      .map(line => line.trim());
  }
  throw new Error('a FeedError was expected');
};
