import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import type { DeadLetter, Incident } from '../api-types.ts';
import { deadLetterTexts } from './texts.ts';

/** Signs beside the words: colour says nothing alone. */
const SIGNS = { failed: '✗', 'dead-lettered': '✝', redriven: '↻', discarded: '⌫' } as const;

const What = ({ what }: Pick<Incident, 'what'>) => {
  const t = useTexts(deadLetterTexts);
  return (
    <span className="tag">
      <span aria-hidden="true">{SIGNS[what]}</span> {t(what === 'dead-lettered' ? 'was-dead-lettered' : what)}
    </span>
  );
};

/** What happened to a letter at its handler, attempt by attempt, and what operators did. */
export const History = ({ letter: { handler, history } }: { readonly letter: DeadLetter }) => {
  const t = useTexts(deadLetterTexts);
  const format = useFormat();
  if (history.length === 0) return <p className="muted">{t('noHistory')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="scroll" tabIndex={0} aria-label={t('history', { handler })}>
      <table>
        <caption>{t('history', { handler })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('what')}</th>
            <th scope="col" className="number">
              {t('attempt')}
            </th>
            <th scope="col">{t('why')}</th>
            <th scope="col">{t('by')}</th>
          </tr>
        </thead>
        <tbody>
          {history.map(({ at, what, attempt, error, reason, by }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: where the clock stands still two entries may be alike
            <tr key={`${index} ${at} ${what}`}>
              <td>
                <time dateTime={at}>
                  {format.date(at)}, {format.precise(at)}
                </time>
              </td>
              <td>
                <What what={what} />
              </td>
              <td className="number">{attempt === undefined ? '' : format.number(attempt)}</td>
              <td>{[error, reason].filter(text => text !== undefined).join(': ')}</td>
              <td>{by ?? handler}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
