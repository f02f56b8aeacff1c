import type { Words } from './words.ts';

const ORDINALS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
const RULES = new Intl.PluralRules('en', { type: 'ordinal' });
/** `1st`, `22nd`, `113th` */
export const ordinal = (n: number): string => `${n}${ORDINALS[RULES.select(n)] ?? 'th'}`;

const count = (points: number): string => `${points} ${points === 1 ? 'point' : 'points'}`;

/** Why a rank changed. */
const because = (gained: number): string => {
  if (gained === 0) return 'because it brought others more or less';
  return gained > 0 ? `because it brought you ${count(gained)} more` : `because it cost you ${count(-gained)}`;
};

/** `Fri, 11 Aug 2023 19:00 UTC` */
const when = (instant: string): string => `${new Date(instant).toUTCString().slice(0, 22)} UTC`;

export const ENGLISH: Words = {
  ended: (matchId, score) => `${matchId} ended ${score}`,
  doesNotCount: (match, reason) => `${match} does not count: ${reason}`,
  categories: {
    exact: 'the exact score',
    goal_diff: 'the right goal difference',
    draw_not_exact: 'a draw, but another one',
    tendency_only: 'the right tendency',
    miss: 'a miss',
  },
  said: (predicted, category, points, was) =>
    `You said ${predicted}: ${category}, ${count(points)}${was === undefined ? '' : ` instead of ${was}`}.`,
  corrected: text => `Corrected: ${text}`,
  insteadOf: (result, was) => `${result} instead of ${was}`,
  hadBrought: points => `It had brought you ${count(points)}.`,
  stillAt: rank => `You are still ${ordinal(rank)}.`,
  moved: (before, after, gained) => `You went from ${ordinal(before)} to ${ordinal(after)}, ${because(gained)}.`,
  sure: (percent, predicted, match) => `You are ${percent} % sure of ${predicted} in ${match}.`,
  awarded: result => `${result}, awarded.`,
  resultCorrected: result => `${result}, corrected.`,
  reminder: {
    title: (count, match) => (count === 1 ? `Your pick is missing: ${match}` : `${count} of your picks are missing`),
    lead: count => `Your ${count === 1 ? 'pick is' : 'picks are'} missing.`,
    line: (match, kickOff) => `${match}: picks close ${when(kickOff)}`,
    more: count => `and ${count} more`,
  },
  mailHint:
    'You get this mail because you asked for it. To get no more, change your preferences or answer "unsubscribe".',
};
