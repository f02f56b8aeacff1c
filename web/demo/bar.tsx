import { useEffect, useId, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { SeasonChoice, SpeedChoice } from './choices.tsx';
import { useDemo, useDemoButton } from './demo-api.ts';
import type { DemoState } from './state.ts';
import { demoTexts } from './texts.ts';
import './bar.css';

const KEY = 'matchday.demo-bar';

/** Tells when a matchday is complete; not when they rush by. */
const useMatchdays = (state: DemoState | undefined): void => {
  const t = useTexts(demoTexts);
  const announce = useAnnounce();
  const last = useRef(state?.matchday);
  const matchday = state?.matchday;
  const rushing = state?.speed === 'fastest';
  useEffect(() => {
    if (matchday && last.current !== undefined && last.current !== matchday && !rushing)
      announce(t('complete', { matchday }));
    if (matchday !== undefined) last.current = matchday;
  });
};

const Notice = ({ state, failure }: { readonly state: DemoState; readonly failure: Error | null }) => {
  const t = useTexts(demoTexts);
  if (failure) return <p role="alert">{t('failed', { reason: failure.message })}</p>;
  if (state.trouble) return <p role="alert">{t('trouble', { reason: state.trouble })}</p>;
  if (state.phase === 'opening') return <p>{t('opening')}</p>;
  return state.phase === 'finished' ? <p>{t('finished')}</p> : null;
};

const Where = ({ state }: { readonly state: DemoState }) => {
  const t = useTexts(demoTexts);
  const format = useFormat();
  const label = t('progress', { played: state.played, matches: state.season.matches });
  return (
    <div className="demo-where">
      <span>
        <span className="hidden">{t('clock')} </span>
        <time dateTime={state.clock}>{format.dateTime(state.clock)}</time>
      </span>
      <progress max={state.season.matches} value={state.played} aria-label={label} />
      <span className="muted small">{label}</span>
    </div>
  );
};

/** The buttons of the season. */
const Controls = ({ state, more }: { readonly state: DemoState; readonly more: boolean }) => {
  const t = useTexts(demoTexts);
  const { mutate, error } = useDemoButton();
  const goes = state.phase === 'playing' || state.phase === 'opening';
  const over = state.phase === 'finished';
  return (
    <>
      <button
        type="button"
        className="primary"
        disabled={over}
        onClick={() => mutate({ path: goes ? 'pause' : 'play' })}
      >
        <span aria-hidden="true">{goes ? '❚❚' : '▶'}</span>
        {t(goes ? 'pause' : 'play')}
      </button>
      {more && (
        <>
          <button type="button" disabled={over} onClick={() => mutate({ path: 'step', body: { unit: 'moment' } })}>
            {t('stepMoment')}
          </button>
          <button type="button" disabled={over} onClick={() => mutate({ path: 'step', body: { unit: 'matchday' } })}>
            {t('stepMatchday')}
          </button>
          <SpeedChoice state={state} choose={speed => mutate({ path: 'speed', body: { speed } })} />
          <SeasonChoice state={state} choose={season => mutate({ path: 'season', body: { season } })} />
        </>
      )}
      <Where state={state} />
      <Notice state={state} failure={error} />
    </>
  );
};

/** The season's controls, at the foot of every screen. */
const DemoBar = () => {
  const t = useTexts(demoTexts);
  const { data: state, isError } = useDemo();
  const [more, setMore] = useState(
    () => (localStorage.getItem(KEY) ?? (innerWidth < 640 ? 'small' : 'large')) === 'large',
  );
  const controls = useId();
  useMatchdays(state);
  const toggle = (): void => {
    localStorage.setItem(KEY, more ? 'small' : 'large');
    setMore(!more);
  };
  return (
    <section className="demo-bar no-print" aria-label={t('bar')}>
      <div id={controls} className="row">
        {state && <Controls state={state} more={more} />}
        {isError && <p role="alert">{t('away')}</p>}
        <span className="demo-end row">
          <Link href="/demo">{t('explain')}</Link>
          <button type="button" className="quiet" aria-expanded={more} aria-controls={controls} onClick={toggle}>
            <span aria-hidden="true">{more ? '▾' : '▴'}</span>
            <span className="hidden">{t(more ? 'hide' : 'show')}</span>
          </button>
        </span>
      </div>
    </section>
  );
};

export default DemoBar;
