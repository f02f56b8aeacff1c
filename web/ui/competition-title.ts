/** What is written in capitals wherever it stands in a title. */
const ACRONYMS = new Set(['dfb', 'efl', 'fa', 'fifa', 'mls', 'uefa', 'usa']);

const wordOf = (part: string): string =>
  ACRONYMS.has(part) ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1);

/** Two years of a season: `2023-24`, `2023-2024`. */
const SEASON = /-(\d{4}-(?:\d{2}|\d{4}))$/;

/**
 * A competition's id as people read it. Different ids have different titles: each leads back to its id.
 *
 * @example
 * competitionTitle('english-premier-league-2023-24'); // 'English Premier League 2023-24'
 */
export const competitionTitle = (competition: string): string => {
  const season = SEASON.exec(competition)?.[1];
  const name = season === undefined ? competition : competition.slice(0, -season.length - 1);
  return [...name.split('-').map(wordOf), ...(season === undefined ? [] : [season])].join(' ');
};
