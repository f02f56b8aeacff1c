import { useTexts } from '../i18n/texts.ts';
import type { Rules } from './draft.ts';
import { changesOf, RULE_PARTS } from './rules-changes.ts';
import { useRulesWords } from './rules-words.ts';
import { poolsTexts } from './texts.ts';

/** The rules were changed elsewhere while one was at it: how they were, are, and would be. */
export const RulesConflict = (all: { readonly before: Rules; readonly now: Rules; readonly mine: Rules }) => {
  const t = useTexts(poolsTexts);
  const wordsOf = useRulesWords();
  const [before, now, mine] = [wordsOf(all.before), wordsOf(all.now), wordsOf(all.mine)];
  const theirs = changesOf(all.before, all.now);
  const parts = RULE_PARTS.filter(part => theirs.includes(part) || changesOf(all.now, all.mine).includes(part));
  const names = { rules: t('ruleSet'), basis: t('basis'), tieBreaks: t('tieBreaks'), countAwarded: t('awarded') };
  return (
    <div className="notice warn stack">
      <p role="alert">{t('changedElsewhere')}</p>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('rule')}</th>
              <th scope="col">{t('before')}</th>
              <th scope="col">{t('now')}</th>
              <th scope="col">{t('mine')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map(part => (
              <tr key={part}>
                <th scope="row">{names[part]}</th>
                <td>{before[part]}</td>
                <td>{theirs.includes(part) ? <strong>{now[part]}</strong> : now[part]}</td>
                <td>{mine[part]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};
