import { useTexts } from '../i18n/texts.ts';
import { type Compared, ruleRows } from './rules.ts';
import { whyTexts } from './texts.ts';
import type { Reason, RuleSet } from './trace.ts';

const OUTCOMES = { passed: 'passed', applied: 'applied', 'not-tried': 'notTried' } as const;

const useCompared = () => {
  const t = useTexts(whyTexts);
  return ({ kind, said, came }: Compared): string =>
    kind === 'tendency' ? `${t(said)} / ${t(came)}` : `${said} / ${came}`;
};

/** The rules in their order, the one that applied marked, and what each rule set gives for it. */
export const RulesTable = ({
  reason,
  ruleSets,
  counted,
}: {
  readonly reason: Reason;
  readonly ruleSets: readonly RuleSet[];
  /** The rule set of the evaluation. */
  readonly counted: string;
}) => {
  const t = useTexts(whyTexts);
  const inWords = useCompared();
  const own = ruleSets.find(({ name }) => name === counted);
  const others = ruleSets.filter(({ name }) => name !== counted);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="scroll" tabIndex={0} aria-label={t('rules')}>
      <table className="rules" aria-label={t('rules')}>
        <thead>
          <tr>
            <th scope="col">{t('rule')}</th>
            <th scope="col" className="number">
              {counted} <span className="tag">{t('counted')}</span>
            </th>
            <th scope="col">{t('compared')}</th>
            {others.map(({ name }) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ruleRows(reason).map(({ category, outcome, compared }) => (
            <tr key={category} className={outcome}>
              <th scope="row">{t(category)}</th>
              <td className="number counted">{own?.points[category]}</td>
              <td>
                {outcome !== 'not-tried' && <span className="compared">{inWords(compared)}</span>}
                <span className="small">
                  {outcome === 'applied' && <span aria-hidden="true">✓ </span>}
                  {t(OUTCOMES[outcome])}
                </span>
              </td>
              {others.map(({ name, points }) => (
                <td key={name} className="number">
                  {points[category]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
