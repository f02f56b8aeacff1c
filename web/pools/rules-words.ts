import { useTexts } from '../i18n/texts.ts';
import type { Rules } from './draft.ts';
import type { RulePart } from './rules-changes.ts';
import { poolsTexts } from './texts.ts';

/** Says each part of rules in words. */
export const useRulesWords = (): ((rules: Rules) => Readonly<Record<RulePart, string>>) => {
  const t = useTexts(poolsTexts);
  return ({ rules, basis, tieBreaks, countAwarded }) => ({
    rules: t(rules),
    basis: t(basis),
    tieBreaks: tieBreaks.map(name => t(`tie_${name}`)).join(', ') || t('noTieBreaks'),
    countAwarded: t(countAwarded ? 'awardedCounts' : 'awardedCountsNot'),
  });
};
