import type { Rules } from './draft.ts';

/** What rules consist of, in the order in which they are chosen. */
export const RULE_PARTS = ['rules', 'basis', 'tieBreaks', 'countAwarded'] as const satisfies readonly (keyof Rules)[];
export type RulePart = (typeof RULE_PARTS)[number];

/** In what rules differ: an order of tie-breaks is another when one of them has moved. */
export const changesOf = (some: Rules, others: Rules): readonly RulePart[] =>
  RULE_PARTS.filter(part => JSON.stringify(some[part]) !== JSON.stringify(others[part]));
