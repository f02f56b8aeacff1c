import { type Feed, FeedError, type FeedMatch, type FeedProblem } from '../../application/feed/feed.ts';
import { isTimeZone, kickOffAt } from './kick-off.ts';
import { assignMatchIds, competitionId, findDuplicates, type Meeting } from './match-ids.ts';
import { outcomeOf } from './outcome.ts';
import { quote, type Read, type Row, readDocument, readRow } from './schema.ts';
import { isUndecided, type Pairing, resolveTeams, type Team } from './teams.ts';
import { timeZoneOf } from './time-zone.ts';

/** A row that can be read by itself, with its team names as they are spelled there. */
type ReadMatch = Pick<FeedMatch, 'row' | 'kickOff' | 'outcome'> & {
  readonly raw: Row;
  readonly pairing: Pairing;
};

/** Two stages may both have a round 1. */
const fullRound = ({ stage, group, round }: Row): string | null =>
  [stage, group, round].filter(part => part !== null).join(', ') || null;

const readJson = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new FeedError(file, [{ rows: [], path: '', message: `it is not JSON: ${String(cause)}` }], { cause });
  }
};

const readMatch = (raw: unknown, row: number, zone: string): Read<ReadMatch> => {
  const read = readRow(raw, row);
  if (!read.ok) return read;
  const { date, time, team1: home, team2: away } = read.value;
  const when = kickOffAt(date.trim(), time, zone);
  const how = outcomeOf(read.value);
  const problems: FeedProblem[] = [];
  if (!when.ok)
    problems.push({
      rows: [row],
      path: when.field,
      message: `${when.message}; it is ${quote(read.value[when.field])}`,
    });
  if (!how.ok) problems.push({ rows: [row], path: how.path, message: how.message });
  if (home === away && !isUndecided(home))
    problems.push({ rows: [row], path: 'team2', message: `must not be team1; it is ${quote(away)}` });
  if (!when.ok || !how.ok || problems.length > 0) return { ok: false, problems };
  const pairing = { home, away, round: fullRound(read.value), date: date.trim() };
  return { ok: true, value: { row, raw: read.value, pairing, kickOff: when.kickOff, outcome: how.outcome } };
};

/** Those that wait for their teams, and those that have them. */
const partition = (matches: readonly ReadMatch[]): readonly [readonly ReadMatch[], readonly ReadMatch[]] => {
  const { waiting = [], decided = [] } = Object.groupBy(matches, ({ pairing: { home, away } }) =>
    isUndecided(home) || isUndecided(away) ? 'waiting' : 'decided',
  );
  return [waiting, decided];
};

/** A result without a team is a mistake, not a match that waits for its teams. */
const nameless = ({ row, pairing: { home }, outcome }: ReadMatch): readonly FeedProblem[] =>
  outcome.kind === 'played' || outcome.kind === 'awarded'
    ? [{ rows: [row], path: isUndecided(home) ? 'team1' : 'team2', message: 'must be a team: the match has a result' }]
    : [];

const duplicateProblems = (matches: readonly ReadMatch[], meetings: readonly Meeting[]): readonly FeedProblem[] => {
  const byRow = new Map(matches.map(match => [match.row, match]));
  return findDuplicates(meetings).map(({ first, second }) => {
    const [a, b] = [byRow.get(first), byRow.get(second)];
    const same = JSON.stringify(a?.raw) === JSON.stringify(b?.raw);
    const what = [a, b].map(match => `${match?.pairing.round ?? 'no round'} on ${match?.pairing.date}`);
    const pair = `${a?.pairing.home} against ${a?.pairing.away}`;
    const message = same
      ? `the same match is listed twice: ${pair}, ${what[0]}`
      : `the same match is listed twice, with different facts: ${pair}, ${what.join(' and ')}`;
    return { rows: [first, second], path: '', message };
  });
};

interface Placed {
  readonly match: ReadMatch;
  readonly home: Team;
  readonly away: Team;
}

const place = (matches: readonly ReadMatch[]): readonly Placed[] => {
  const teams = resolveTeams(matches.map(match => match.pairing));
  return matches.flatMap(match => {
    const [home, away] = [teams.get(match.pairing.home), teams.get(match.pairing.away)];
    return home && away ? [{ match, home, away }] : [];
  });
};

const meetingOf = ({ match, home, away }: Placed): Meeting => ({
  row: match.row,
  homeKey: home.key,
  awayKey: away.key,
  round: match.pairing.round,
  date: match.pairing.date,
  irregular: match.raw.status !== null,
});

const selfPlay = ({ match, home, away }: Placed): readonly FeedProblem[] =>
  home.key === away.key
    ? [{ rows: [match.row], path: 'team2', message: `must not be team1; it is ${quote(match.pairing.away)}` }]
    : [];

const zoneProblem = (name: string, zone: string | undefined): FeedProblem => ({
  rows: [],
  path: '',
  message:
    zone === undefined
      ? `neither the file's name nor ${quote(name)} says which time zone its times are in: give one with --time-zone, for example --time-zone Europe/London`
      : `${quote(zone)} is not a time zone: --time-zone wants an IANA name such as Europe/London`,
});

/**
 * Reads a season in openfootball's JSON, whatever its age and form.
 *
 * @param options.fileName tells the time zone by its code (`en.1.json`), and is named in errors
 * @param options.timeZone IANA name; comes before what file and competition are called
 * @throws FeedError naming every row that is wrong; then nothing of the file may be used
 */
export const parseOpenFootball = (text: string, options: { fileName?: string; timeZone?: string } = {}): Feed => {
  const file = options.fileName ?? 'the feed';
  const read = readDocument(readJson(text, file));
  if (!read.ok) throw new FeedError(file, read.problems);
  const { name, rows } = read.value;
  const zone = options.timeZone ?? timeZoneOf(name, options.fileName);
  const known = zone !== undefined && (options.timeZone === undefined || isTimeZone(zone));
  const reads = rows.map((raw, index) => readMatch(raw, index + 1, known ? zone : 'UTC'));
  const [undecided, decided] = partition(reads.flatMap(row => (row.ok ? [row.value] : [])));
  const placed = place(decided);
  const meetings = placed.map(meetingOf);
  const problems = [
    ...(known ? [] : [zoneProblem(name, zone)]),
    ...reads.flatMap(row => (row.ok ? [] : row.problems)),
    ...undecided.flatMap(nameless),
    ...placed.flatMap(selfPlay),
    ...duplicateProblems(
      placed.map(({ match }) => match),
      meetings,
    ),
  ];
  if (!known || problems.length > 0) throw new FeedError(file, problems);
  const competition = competitionId(name);
  const ids = assignMatchIds(competition, meetings);
  const matches = placed.flatMap(({ match: { row, raw, kickOff, outcome }, home, away }): FeedMatch[] => {
    const matchId = ids.get(row);
    if (matchId === undefined) return [];
    const fixture = {
      matchId,
      competition,
      round: raw.round ?? raw.group ?? raw.stage,
      home: home.name,
      away: away.name,
    };
    return [{ row, fixture, kickOff, outcome }];
  });
  return { competition, name, timeZone: zone, matches, undecided: undecided.map(({ row }) => row) };
};
