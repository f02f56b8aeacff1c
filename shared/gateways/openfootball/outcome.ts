import type { FeedOutcome } from '../../application/feed/feed.ts';
import type { Result } from '../../domain/score.ts';
import { quote, type Row } from './schema.ts';

/** How a row says the match stands, or what in it makes no sense. */
export type OutcomeRead =
  | { readonly ok: true; readonly outcome: FeedOutcome }
  | { readonly ok: false; readonly path: string; readonly message: string };

const fullTimeOf = ({ score, score1, score2 }: Row): Result['fullTime'] | undefined =>
  score.ft ?? (score1 !== undefined && score2 !== undefined ? { home: score1, away: score2 } : undefined);

const resultOf = (row: Row): Result | undefined => {
  const fullTime = fullTimeOf(row);
  const { ht, et, p } = row.score;
  return (
    fullTime && {
      fullTime,
      ...(ht && { halfTime: ht }),
      ...(et && { extraTime: et }),
      ...(p && { shootOut: p }),
    }
  );
};

const wrong = (path: string, message: string): OutcomeRead => ({ ok: false, path, message });

/** Goals that do not make up a score. A half-time score alone is a match in play: it has no result yet. */
const checkGoals = (row: Row): OutcomeRead | undefined => {
  if ((row.score1 === undefined) !== (row.score2 === undefined))
    return wrong(row.score1 === undefined ? 'score1' : 'score2', 'is missing: the goals of one team are given');
  const late = (['et', 'p'] as const).find(part => row.score[part] !== undefined);
  return late !== undefined && fullTimeOf(row) === undefined
    ? wrong('score.ft', `is missing, while ${late} is ${quote(row.score[late])}`)
    : undefined;
};

/** The status comes before the score: a cancelled match may still have one, and a postponed one with a result was played since. */
export const outcomeOf = (row: Row): OutcomeRead => {
  const bad = checkGoals(row);
  if (bad) return bad;
  const result = resultOf(row);
  switch (row.status) {
    case 'cancelled':
      return { ok: true, outcome: { kind: 'cancelled' } };
    case 'abandoned':
      // Its score is how it stood when it was broken off.
      return { ok: true, outcome: { kind: 'postponed', reason: 'abandoned' } };
    case 'awarded':
      return result
        ? { ok: true, outcome: { kind: 'awarded', result } }
        : wrong('score.ft', 'is missing: an awarded match has the score it was awarded with');
    case 'postponed':
      return { ok: true, outcome: result ? { kind: 'played', result } : { kind: 'postponed', reason: 'postponed' } };
    case null:
      return { ok: true, outcome: result ? { kind: 'played', result } : { kind: 'open' } };
    default:
      return row.status satisfies never;
  }
};
