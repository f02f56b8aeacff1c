import { SCORE_BASES } from '../../shared/domain/score.ts';
import { CATEGORIES, RULE_SET_NAMES, RULE_SETS } from '../../shared/domain/scoring.ts';
import { useTexts } from '../i18n/texts.ts';
import type { Rules } from './draft.ts';
import { poolsTexts } from './texts.ts';

const TIE_BREAKS = ['exact', 'goal_diff', 'tendency_only'] as const;

interface RulesFieldsProps {
  readonly rules: Rules;
  readonly change: (rules: Rules) => void;
}

/** Chooses one of the three rule sets, each with what it gives. */
const RuleSetChoice = ({ rules, change }: RulesFieldsProps) => {
  const t = useTexts(poolsTexts);
  return (
    <fieldset className="rule-sets">
      <legend>{t('ruleSet')}</legend>
      {RULE_SET_NAMES.map(name => (
        <label key={name} className="rule-set">
          <input
            type="radio"
            name="rules"
            checked={rules.rules === name}
            onChange={() => change({ ...rules, rules: name })}
          />
          <span>
            {t(name)}
            <span className="small muted rule-points">
              {CATEGORIES.filter(category => category !== 'miss')
                .map(category => `${t(category)} ${RULE_SETS[name].points[category]}`)
                .join(' · ')}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
};

/** Ticks tie-breaks; they are tried in the order in which they were ticked. */
const TieBreakChoice = ({ rules, change }: RulesFieldsProps) => {
  const t = useTexts(poolsTexts);
  const { tieBreaks } = rules;
  const toggle = (name: (typeof TIE_BREAKS)[number]): void =>
    change({
      ...rules,
      tieBreaks: tieBreaks.includes(name) ? tieBreaks.filter(one => one !== name) : [...tieBreaks, name],
    });
  return (
    <fieldset className="rule-sets">
      <legend>{t('tieBreaks')}</legend>
      <p className="small muted">{t('tieBreaksHint')}</p>
      {TIE_BREAKS.map(name => {
        const place = tieBreaks.indexOf(name) + 1;
        return (
          <label key={name} className="row">
            <input type="checkbox" checked={place > 0} onChange={() => toggle(name)} />
            {t(`tie_${name}`)}
            {place > 0 && <span className="tag">{t('place', { place })}</span>}
          </label>
        );
      })}
    </fieldset>
  );
};

/** The rules of a pool, to be chosen. */
export const RulesFields = ({ rules, change }: RulesFieldsProps) => {
  const t = useTexts(poolsTexts);
  return (
    <>
      <RuleSetChoice rules={rules} change={change} />
      <fieldset className="rule-sets">
        <legend>{t('basis')}</legend>
        {SCORE_BASES.map(basis => (
          <label key={basis} className="row">
            <input
              type="radio"
              name="basis"
              checked={rules.basis === basis}
              onChange={() => change({ ...rules, basis })}
            />
            {t(basis)}
          </label>
        ))}
      </fieldset>
      <TieBreakChoice rules={rules} change={change} />
      <label className="row">
        <input
          type="checkbox"
          checked={rules.countAwarded}
          onChange={({ target }) => change({ ...rules, countAwarded: target.checked })}
        />
        {t('countAwarded')}
      </label>
    </>
  );
};
