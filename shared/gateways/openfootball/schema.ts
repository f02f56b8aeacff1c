import * as z from 'zod';
import type { FeedProblem } from '../../application/feed/feed.ts';
import { wordsOf } from './slug.ts';

const must = (be: string) => ({
  error: (issue: { readonly input?: unknown }): string => (issue.input === undefined ? 'is missing' : `must be ${be}`),
});

/** Events hold no longer text and no more goals than these (`shared/events/schemas.ts`): what they would refuse is refused before anything is imported. */
const MOST_LETTERS = 200;
const MOST_GOALS = 200;

const text = z.string(must('text')).max(MOST_LETTERS, `must have at most ${MOST_LETTERS} characters`);

/** Text that may be absent: an empty one says no more than none. */
const optionalText = text.nullish().transform(value => value?.trim() || null);

const teamName = text.trim().refine(name => wordsOf(name).length > 0, 'must have Latin letters');

/** Before 2020 a team was an object with a key and a code. */
const team = z.union([teamName, z.object({ name: teamName }).transform(({ name }) => name)], must('a team name'));

const aCount = must('a whole number, 0 or more');
const goals = z
  .int(aCount)
  .min(0, aCount)
  .max(MOST_GOALS, must(`at most ${MOST_GOALS}`));

const pair = z
  .tuple([goals, goals], must('[home goals, away goals]'))
  .nullish()
  .transform(value => (value ? { home: value[0], away: value[1] } : undefined));

const STATUSES = ['cancelled', 'awarded', 'postponed', 'abandoned'] as const;

const status = text
  .trim()
  .toLowerCase()
  .pipe(z.enum(STATUSES, must(`absent or one of ${STATUSES.join(', ')}`)))
  .nullish()
  .transform(value => value ?? null);

const score = z
  .object({ ht: pair, ft: pair, et: pair, p: pair }, must('an object with ft'))
  .nullish()
  .transform(value => value ?? { ht: undefined, ft: undefined, et: undefined, p: undefined });

/** Before 2020 the goals stood in the row itself. */
const oldGoals = goals.nullish().transform(value => value ?? undefined);

const rowSchema = z.object(
  {
    stage: optionalText,
    group: optionalText,
    round: optionalText,
    date: text,
    time: optionalText,
    team1: team,
    team2: team,
    score,
    score1: oldGoals,
    score2: oldGoals,
    status,
  },
  must('a match'),
);

/** A row of the file, with the types that it should have; what they mean is not looked at yet. */
export type Row = z.infer<typeof rowSchema>;

const documentSchema = z.object(
  {
    name: text.refine(name => wordsOf(name).length > 0, 'must have Latin letters'),
    matches: z.array(z.unknown(), must('a list')).optional(),
    rounds: z
      .array(
        z.object({ name: optionalText, matches: z.array(z.unknown(), must('a list')) }, must('a round')),
        must('a list'),
      )
      .optional(),
  },
  must('an object'),
);

/** The value that a message quotes, cut to a readable length. */
export const quote = (value: unknown): string => {
  const json = JSON.stringify(value) ?? 'absent';
  return json.length > 80 ? `${json.slice(0, 79)}…` : json;
};

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (Object(inner) === inner ? Reflect.get(Object(inner), key) : undefined), value);

const problemsOf = (error: z.ZodError, raw: unknown, rows: readonly number[]): readonly FeedProblem[] =>
  error.issues.map(({ path, message }) => {
    const value = valueAt(raw, path);
    return { rows, path: pathText(path), message: value === undefined ? message : `${message}; it is ${quote(value)}` };
  });

/** What was read, or what is wrong with it. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FeedProblem[] };

/** The competition's name and its rows, not yet looked at; a row of an older file's `rounds` has the round's name. */
export const readDocument = (json: unknown): Read<{ readonly name: string; readonly rows: readonly unknown[] }> => {
  const read = documentSchema.safeParse(json);
  if (!read.success) return { ok: false, problems: problemsOf(read.error, json, []) };
  const { name, matches, rounds } = read.data;
  const rows =
    matches ??
    rounds?.flatMap(({ name: round, matches: ofRound }) =>
      ofRound.map(row => (Object(row) === row ? { round, ...Object(row) } : row)),
    );
  if (rows === undefined) return { ok: false, problems: [{ rows: [], path: 'matches', message: 'is missing' }] };
  if (rows.length === 0) return { ok: false, problems: [{ rows: [], path: 'matches', message: 'has no match' }] };
  return { ok: true, value: { name: name.trim(), rows } };
};

/** One row; `number` is its place in the file, from 1. */
export const readRow = (raw: unknown, number: number): Read<Row> => {
  const read = rowSchema.safeParse(raw);
  return read.success ? { ok: true, value: read.data } : { ok: false, problems: problemsOf(read.error, raw, [number]) };
};
