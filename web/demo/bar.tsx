import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { DemoState } from '../../client/demo.ts';
import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { useRoundTitle } from '../ui/round-title.ts';
import { barTexts } from './bar-texts.ts';
import { SeasonChoice, SpeedChoice } from './choices.tsx';
import { type Press, useDemo, useDemoButton } from './demo-api.ts';
import { useEntering } from './entering.ts';
import './bar.css';

const KEY = 'matchday.demo-bar';

/** Tells when a matchday is complete; not when they rush by. */
const useMatchdays = (state: DemoState | undefined): void => {
  const t = useTexts(barTexts);
  const announce = useAnnounce();
  const titleOf = useRoundTitle();
  const last = useRef(state?.matchday);
  const matchday = state?.matchday;
  const rushing = state?.speed === 'fastest';
  useEffect(() => {
    if (matchday && last.current !== undefined && last.current !== matchday && !rushing)
      announce(t('complete', { matchday: titleOf(matchday) }));
    if (matchday !== undefined) last.current = matchday;
  });
};

/** What is wrong, over the bar: the page does not jump when it comes and goes. */
const Notice = ({ state, failure }: { readonly state: DemoState; readonly failure: Error | null }) => {
  const t = useTexts(barTexts);
  const text = failure
    ? t('failed', { reason: failure.message })
    : state.trouble && t('trouble', { reason: state.trouble });
  return (
    text && (
      <p role="alert" className="demo-notice small">
        {text}
      </p>
    )
  );
};

/** In place of the buttons, when there is nothing more to play. */
const Over = () => {
  const t = useTexts(barTexts);
  return (
    <p className="demo-over small">
      {t('finished')} {t('playAgain')} <code>npm start -- --fresh</code>
    </p>
  );
};

const Where = ({ state }: { readonly state: DemoState }) => {
  const t = useTexts(barTexts);
  const format = useFormat();
  const label = t('progress', { played: state.played, matches: state.season.matches });
  return (
    <div className="demo-where">
      <span className="demo-now">
        <span>
          <span className="hidden">{t('clock')} </span>
          <time dateTime={state.clock}>{format.dateTime(state.clock)}</time>
        </span>
        <span className="muted">{state.phase === 'opening' ? t('opening') : label}</span>
      </span>
      <progress max={state.season.matches} value={state.played} aria-label={label} />
    </div>
  );
};

/** The buttons of a season that is not over. */
const Buttons = ({
  state,
  more,
  press,
}: {
  readonly state: DemoState;
  readonly more: boolean;
  readonly press: (press: Press) => void;
}) => {
  const t = useTexts(barTexts);
  const goes = state.phase === 'playing' || state.phase === 'opening';
  return (
    <>
      <button type="button" className="primary demo-play" onClick={() => press({ path: goes ? 'pause' : 'play' })}>
        <span aria-hidden="true">{goes ? '❚❚' : '▶'}</span>
        {t(goes ? 'pause' : 'play')}
      </button>
      {more && (
        <>
          <button type="button" onClick={() => press({ path: 'step', body: { unit: 'moment' } })}>
            {t('stepMoment')}
          </button>
          <button type="button" onClick={() => press({ path: 'step', body: { unit: 'matchday' } })}>
            {t('stepMatchday')}
          </button>
          <SpeedChoice state={state} choose={speed => press({ path: 'speed', body: { speed } })} />
        </>
      )}
    </>
  );
};

const Controls = ({ state, more }: { readonly state: DemoState; readonly more: boolean }) => {
  const { mutate, error } = useDemoButton();
  const over = state.phase === 'finished';
  return (
    <>
      {over ? <Over /> : <Buttons state={state} more={more} press={mutate} />}
      {(more || over) && <SeasonChoice state={state} choose={season => mutate({ path: 'season', body: { season } })} />}
      <Where state={state} />
      <Notice state={state} failure={error} />
    </>
  );
};

/** What the focus comes to is scrolled to above the bar, however high that is. */
const useRoom = (bar: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const { current } = bar;
    if (!current) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty('--demo-bar', `${current.offsetHeight}px`));
    observer.observe(current);
    return () => observer.disconnect();
  }, [bar]);
};

/** The season's controls, at the foot of every screen. */
const DemoBar = () => {
  const t = useTexts(barTexts);
  const { data: state, isError } = useDemo();
  const [more, setMore] = useState(
    () => (localStorage.getItem(KEY) ?? (innerWidth < 640 ? 'small' : 'large')) === 'large',
  );
  const controls = useId();
  const [path] = useLocation();
  const bar = useRef<HTMLElement>(null);
  useRoom(bar);
  useMatchdays(state);
  useEntering(state);
  const toggle = (): void => {
    localStorage.setItem(KEY, more ? 'small' : 'large');
    setMore(!more);
  };
  return (
    <section ref={bar} className={`demo-bar no-print${more ? ' large' : ''}`} aria-label={t('bar')}>
      <div id={controls} className="demo-line">
        {state && <Controls state={state} more={more} />}
        {isError && (
          <p role="alert" className="demo-notice small">
            {t('away')}
          </p>
        )}
        <span className="demo-end">
          {path !== '/demo' && <Link href="/demo">{t('explain')}</Link>}
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
