import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Feed } from '../../shared/application/feed/feed.ts';
import type { Score } from '../../shared/domain/score.ts';
import { parseOpenFootball } from '../../shared/gateways/openfootball/parse.ts';

/** The seasons in `data/`. */
export const DEMO_SEASONS = ['premier-league-2023-24', 'premier-league-2018-19'] as const;
export type DemoSeasonName = (typeof DEMO_SEASONS)[number];

/** What people call them, without reading the files. */
export const SEASON_TITLES: Readonly<Record<DemoSeasonName, string>> = {
  'premier-league-2023-24': 'English Premier League 2023/24',
  'premier-league-2018-19': 'English Premier League 2018/19',
};

/** What a model said of a match beforehand. Goals are expected values, not whole; the probabilities add up to 1. */
export interface Forecast {
  readonly goals: Score;
  readonly homeWin: number;
  readonly draw: number;
  readonly awayWin: number;
}

export interface DemoSeason {
  readonly feed: Feed;
  /** FiveThirtyEight's forecasts by match id, for 2018-19. Data: FiveThirtyEight, CC BY 4.0, filtered. */
  readonly model?: ReadonlyMap<string, Forecast>;
}

const place = z.int().min(0);
const goals = z.int().min(0);

const seasonFile = z.object({
  name: z.string(),
  timeZone: z.string(),
  teams: z.array(z.string()),
  matches: z.array(z.tuple([z.int(), z.string(), z.string(), place, place, goals, goals])),
});

const modelFile = z.object({
  teams: z.array(z.string()),
  matches: z.array(z.tuple([place, place, z.number(), z.number(), z.number(), z.number(), z.number()])),
});

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../data/${file}.json`, import.meta.url), 'utf8'));

/** Through the importer, so that matches have the ids that importing openfootball's own file gives them. */
const readFeed = (name: DemoSeasonName): Feed => {
  const { name: title, timeZone, teams, matches } = seasonFile.parse(read(name));
  const rows = matches.map(([matchday, date, time, home, away, ...ft]) => ({
    round: `Matchday ${matchday}`,
    date,
    time,
    team1: teams[home],
    team2: teams[away],
    score: { ft },
  }));
  return parseOpenFootball(JSON.stringify({ name: title, matches: rows }), { fileName: name, timeZone });
};

const pairOf = (home: string | undefined, away: string | undefined): string => `${home} - ${away}`;

const readModel = (feed: Feed, file: string): ReadonlyMap<string, Forecast> => {
  const { teams, matches } = modelFile.parse(read(file));
  const byPair = new Map(
    matches.map(([home, away, homeGoals, awayGoals, homeWin, draw, awayWin]) => [
      pairOf(teams[home], teams[away]),
      { goals: { home: homeGoals, away: awayGoals }, homeWin, draw, awayWin },
    ]),
  );
  return new Map(
    feed.matches.flatMap(({ fixture }) => {
      const forecast = byPair.get(pairOf(fixture.home, fixture.away));
      return forecast ? [[fixture.matchId, forecast]] : [];
    }),
  );
};

/** Reads a season that Matchday ships; see `data/README.md` for what it is and where it comes from. */
export const loadDemoSeason = (name: DemoSeasonName): DemoSeason => {
  const feed = readFeed(name);
  return name === 'premier-league-2018-19' ? { feed, model: readModel(feed, `${name}.fivethirtyeight`) } : { feed };
};
