import { slugOf, wordsOf } from './slug.ts';

/** A match id holds a competition (38), two keys and a number: 100 characters at most. */
const KEY_LIMIT = 28;

/** What clubs put before and after their names, and feeds put or leave out: legal forms and kinds of club, no place or proper name. */
const GENERIC = new Set(
  `fc afc cf cfc acf fk sk sc sv ac as ss ssc us uc cd ud sd ad rc rcd ca cr ec se bc bsc fsv tsg tsv vfb vfl spvgg ssv msv
   ogc osc losc sco sm ea aj club calcio de`.split(/\s+/),
);

/** One word written two ways. */
const SYNONYMS: Readonly<Record<string, string>> = { utd: 'united', bor: 'borussia', saint: 'st' };

const COUNTRY = /\s*\(([A-Z]{3})\)\s*$/;

const countryOf = (name: string): string | undefined => COUNTRY.exec(name)?.[1];

/** A team by its full name, country included: for teams that {@link teamKey} does not tell apart. */
const fullKey = (name: string): string => slugOf(wordsOf(name), KEY_LIMIT);

/**
 * A team by what its spellings have in common: without accents, country code, club form, founding year.
 *
 * @example
 * teamKey('FC Bayern München (GER)'); // 'bayern-munchen', as of 'Bayern München'
 */
export const teamKey = (name: string): string => {
  const words = wordsOf(name.replace(COUNTRY, '')).map(word => SYNONYMS[word] ?? word);
  const proper = words.filter(word => !GENERIC.has(word) && !/^\d+$/.test(word));
  return proper.length > 0 ? slugOf(proper, KEY_LIMIT) : fullKey(name);
};

/** What feeds write in place of a team that is not known yet. */
export const isUndecided = (name: string): boolean => /^(n\.? ?n\.?|t\.?b\.?[ad]\.?)$/i.test(name);

/** A row as far as it tells teams apart. `round` is null where the feed names none. */
export interface Pairing {
  readonly home: string;
  readonly away: string;
  readonly round: string | null;
  readonly date: string;
}

/** `key` goes into match ids, `name` is the one spelling that is kept. */
export interface Team {
  readonly key: string;
  readonly name: string;
}

const sidesOf = ({ home, away }: Pairing): readonly string[] => [home, away];

/** Rounds in which a team plays once, as a league's; not a group stage, which is one round of many days. */
const leagueRounds = (pairings: readonly Pairing[]): ReadonlySet<string> => {
  const rounds = Map.groupBy(pairings, pairing => pairing.round);
  return new Set(
    [...rounds].flatMap(([round, rows]) => {
      const sides = rows.flatMap(sidesOf);
      return round !== null && new Set(sides).size === sides.length ? [round] : [];
    }),
  );
};

/**
 * Whether names that share a key belong to different teams: they are of different countries, meet each other, or play
 * different matches at once, in one round of a league or on one day.
 */
const areDifferentTeams = (names: ReadonlySet<string>, pairings: readonly Pairing[]): boolean => {
  const countries = new Set([...names].map(countryOf).filter(country => country !== undefined));
  const theirs = pairings.filter(pairing => sidesOf(pairing).some(side => names.has(side)));
  if (countries.size > 1 || theirs.some(({ home, away }) => names.has(home) && names.has(away))) return true;
  const once = leagueRounds(pairings);
  const occasions = Map.groupBy(theirs, ({ round, date }) => (round !== null && once.has(round) ? round : date));
  // The same match listed twice, in two spellings, is a duplicate, not two teams.
  return [...occasions.values()].some(
    rows => new Set(rows.map(({ home, away }) => `${teamKey(home)} ${teamKey(away)}`)).size > 1,
  );
};

/** The most frequent of the spellings, the first one of those that are equally so. */
const commonest = (spellings: readonly string[]): string => {
  const counts = Map.groupBy(spellings, spelling => spelling);
  return [...counts].reduce((best, next) => (next[1].length > best[1].length ? next : best))[0];
};

/**
 * The team behind every spelling in a file. Spellings with one key are one team, unless the file itself shows that they
 * are not (Vitória SC and Vitória FC both play in round 1): then each goes by its full name.
 */
export const resolveTeams = (pairings: readonly Pairing[]): ReadonlyMap<string, Team> => {
  const teams = new Map<string, Team>();
  const add = (key: string, spellings: readonly string[]): void => {
    const name = commonest(spellings);
    for (const spelling of spellings) teams.set(spelling, { key, name });
  };
  for (const [key, spellings] of Map.groupBy(pairings.flatMap(sidesOf), teamKey)) {
    const names = new Set(spellings);
    if (names.size === 1 || !areDifferentTeams(names, pairings)) add(key, spellings);
    else for (const [full, ofOne] of Map.groupBy(spellings, fullKey)) add(full, ofOne);
  }
  return teams;
};

/**
 * Finds which of some teams another file means: the one of that full name, else the only one with that key.
 *
 * @example
 * teamFinder(['FC Bayern München', '1. FC Köln'])('Bayern Munchen'); // 'FC Bayern München'
 */
export const teamFinder = (names: Iterable<string>): ((spelling: string) => string | undefined) => {
  const known = [...new Set(names)];
  const byName = new Map(known.map(name => [fullKey(name), name]));
  const byKey = Map.groupBy(known, teamKey);
  return spelling => {
    const alike = byKey.get(teamKey(spelling)) ?? [];
    return byName.get(fullKey(spelling)) ?? (alike.length === 1 ? alike[0] : undefined);
  };
};
