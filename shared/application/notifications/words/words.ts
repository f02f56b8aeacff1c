import type { Category } from '../../../domain/scoring.ts';

/** What notifications are made of, in one language. Scores and names come as they are shown; what is whole ends with a full stop. */
export interface Words {
  /** Of a match of which only the id is known, without the full stop. */
  readonly ended: (matchId: string, score: string) => string;
  readonly doesNotCount: (match: string, reason: string) => string;
  readonly categories: Readonly<Record<Category, string>>;
  /** `was`: the points before a correction, if they were others. */
  readonly said: (predicted: string, category: string, points: number, was?: number) => string;
  readonly corrected: (text: string) => string;
  /** `result` instead of `was`, without the full stop. */
  readonly insteadOf: (result: string, was: string) => string;
  readonly hadBrought: (points: number) => string;
  readonly stillAt: (rank: number) => string;
  /** From one rank to another, by so many points more or, if negative, less. */
  readonly moved: (before: number, after: number, gained: number) => string;
  readonly sure: (percent: number, predicted: string, match: string) => string;
  readonly awarded: (result: string) => string;
  readonly resultCorrected: (result: string) => string;
  readonly reminder: {
    /** The title; `match`, when it is one. */
    readonly title: (count: number, match: string) => string;
    readonly lead: (count: number) => string;
    readonly line: (match: string, kickOff: string) => string;
    readonly more: (count: number) => string;
  };
  /** At the foot of a mail. */
  readonly mailHint: string;
}
