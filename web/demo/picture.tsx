import { useEffect, useId, useRef, useState } from 'react';
import type { Counts } from '../../client/demo.ts';
import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import type { Total } from './state.ts';
import { demoTexts } from './texts.ts';
import './picture.css';

/** The way of a fact, step by step. */
const WAY = ['requests', 'stored', 'published', 'waiting', 'handled'] as const satisfies readonly Total[];

/** How much a number has grown lately; 0 when that was a while ago. */
const useGrowth = (value: number): number => {
  const before = useRef(value);
  const [growth, setGrowth] = useState(0);
  useEffect(() => {
    const more = value - before.current;
    before.current = value;
    if (more === 0) return;
    setGrowth(more);
    const timer = setTimeout(() => setGrowth(0), 1500);
    return () => clearTimeout(timer);
  }, [value]);
  return growth;
};

const Step = ({ name, value, bad }: { readonly name: Total; readonly value: number; readonly bad?: boolean }) => {
  const t = useTexts(demoTexts);
  const format = useFormat();
  const growth = useGrowth(value);
  const step = name as (typeof WAY)[number] | 'deadLetters';
  return (
    <li className={`way-step${growth > 0 ? ' moving' : ''}${bad ? ' bad' : ''}`}>
      <h3>{t(step)}</h3>
      <p className="way-count">
        <span>{format.number(value)}</span>{' '}
        {growth > 0 && (
          <span className="tag" aria-hidden="true">
            +{format.number(growth)}
          </span>
        )}{' '}
        <span className="way-unit small muted">{t(`${step}Unit`)}</span>
      </p>
      <p className="small">{t(`${step}Text`)}</p>
    </li>
  );
};

/** A picture of the way of a fact, with what is happening on it. */
export const Picture = ({ counts }: { readonly counts: Counts }) => {
  const t = useTexts(demoTexts);
  const heading = useId();
  return (
    <section className="stack" aria-labelledby={heading}>
      <h2 id={heading}>{t('way')}</h2>
      <p className="muted small">{t('wayCaption')}</p>
      <ol className="way">
        {WAY.map(name => (
          <Step key={name} name={name} value={counts[name]} />
        ))}
        <li className="way-step">
          <h3>{t('tables')}</h3>
          <p className="small">{t('tablesText')}</p>
        </li>
        <Step name="deadLetters" value={counts.deadLetters} bad={counts.deadLetters > 0} />
      </ol>
    </section>
  );
};
