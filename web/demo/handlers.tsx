import { useId } from 'react';
import type { DemoState, HandlerCounts } from '../../client/demo.ts';
import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { useDemoButton } from './demo-api.ts';
import { demoTexts } from './texts.ts';

const known = demoTexts.messages.en;

/** The outbox is no handler of the bus: it has no queue, and nothing of it is laid aside. */
const rowsOf = ({ breakable, counts }: DemoState): readonly (HandlerCounts | { readonly handler: string })[] => [
  ...breakable.filter(name => !counts.handlers.some(({ handler }) => handler === name)).map(handler => ({ handler })),
  ...counts.handlers,
];

/** Each handler: what it does, how it is, and the means to break it. */
export const Handlers = ({ state }: { readonly state: DemoState }) => {
  const t = useTexts(demoTexts);
  const format = useFormat();
  const heading = useId();
  const { mutate } = useDemoButton();
  const task = (handler: string) => t(handler in known ? (handler as 'notify') : 'other');
  const count = (value: number | undefined) => (value === undefined ? '–' : format.number(value));
  return (
    <div className="stack">
      <h2 id={heading}>{t('handlers')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className="scroll handlers" tabIndex={0} aria-labelledby={heading}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('handler')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col" className="number">
                {t('queue')}
              </th>
              <th scope="col" className="number">
                {t('failures')}
              </th>
              <th scope="col" className="number">
                {t('dead')}
              </th>
              <th scope="col">{t('causeTrouble')}</th>
            </tr>
          </thead>
          <tbody>
            {rowsOf(state).map(row => {
              const { handler } = row;
              const counts = 'waiting' in row ? row : undefined;
              const broken = state.broken.includes(handler);
              return (
                <tr key={handler}>
                  <th scope="row">
                    <code>{handler}</code> <span className="muted">{task(handler)}</span>
                  </th>
                  <td>
                    <span className="tag">
                      {broken ? '✕ ' : '✓ '}
                      {t(broken ? 'broken' : 'running')}
                    </span>
                  </td>
                  <td className="number">{count(counts?.waiting)}</td>
                  <td className="number">{count(counts?.failures)}</td>
                  <td className="number">{count(counts?.deadLetters)}</td>
                  <td>
                    <span className="row">
                      <button
                        type="button"
                        aria-label={`${t(broken ? 'mend' : 'break')}: ${handler}`}
                        onClick={() => mutate({ path: broken ? 'mend' : 'break', body: { handler } })}
                      >
                        {t(broken ? 'mend' : 'break')}
                      </button>
                      {(counts?.deadLetters ?? 0) > 0 && (
                        <button
                          type="button"
                          aria-label={`${t('again')}: ${handler}`}
                          onClick={() => mutate({ path: 'redrive', body: { handler } })}
                        >
                          {t('again')}
                        </button>
                      )}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </div>
  );
};
