import { CATEGORIES, RULE_SET_NAMES, RULE_SETS } from '../../shared/domain/scoring.ts';
import { useTexts } from '../i18n/texts.ts';
import type { Rules } from './draft.ts';
import { useRulesWords } from './rules-words.ts';
import { poolsTexts } from './texts.ts';

/** What each rule set gives for what; that of the pool is marked. */
const PointsTable = ({ own }: { readonly own: Rules['rules'] }) => {
  const t = useTexts(poolsTexts);
  return (
    <div className="scroll">
      <table className="points-by-rules">
        <caption>{t('pointsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('hit')}</th>
            {RULE_SET_NAMES.map(name => (
              <th key={name} scope="col" className={name === own ? 'number own-rules' : 'number'}>
                {t(name)}
                {name === own && <span className="own-mark"> ✓ {t('here')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {CATEGORIES.map(category => (
            <tr key={category}>
              <th scope="row">
                {t(category)} <span className="small muted">{t(`${category}_example`)}</span>
              </th>
              {RULE_SET_NAMES.map(name => (
                <td key={name} className={name === own ? 'number own-rules' : 'number'}>
                  {RULE_SETS[name].points[category]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** By which rules a pool counts, explained. */
export const RulesTable = ({ rules }: { readonly rules: Rules }) => {
  const t = useTexts(poolsTexts);
  const words = useRulesWords()(rules);
  return (
    <div className="stack">
      <PointsTable own={rules.rules} />
      <dl className="facts">
        <dt>{t('basis')}</dt>
        <dd>{words.basis}</dd>
        <dt>{t('tieBreaks')}</dt>
        <dd>{words.tieBreaks}</dd>
        <dt>{t('awarded')}</dt>
        <dd>{words.countAwarded}</dd>
      </dl>
    </div>
  );
};
