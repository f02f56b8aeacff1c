import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useState } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { useRoundTitle } from '../ui/round-title.ts';
import { type Day, instantOf, markedPlaces, nextMark, placeOf, roundAt } from './marks.ts';
import { standingsTexts } from './texts.ts';
import { usePlayback } from './use-playback.ts';

/** A drag asks for a table when it rests, not at every pixel. */
const REST_MS = 150;

interface TimeSliderProps {
  readonly days: readonly Day[];
  readonly at: string | undefined;
  /** Whether the table of `at` is on view: playing waits for it. */
  readonly ready: boolean;
  readonly onInstant: (at: string | undefined) => void;
}

/** Names a place: "Sat, 12 Aug 2023, after Matchday 1". */
const useNames = (days: readonly Day[]) => {
  const t = useTexts(standingsTexts);
  const titleOf = useRoundTitle();
  const { date } = useFormat();
  return (place: number): string => {
    const at = instantOf(days, place);
    if (at === undefined) return t('now');
    const round = roundAt(days, place);
    return round ? `${date(at)}, ${t('after', { round: titleOf(round) })}` : date(at);
  };
};

const Ticks = ({ days }: { readonly days: readonly Day[] }) => (
  <div className="ticks" aria-hidden="true">
    {markedPlaces(days).map(place => (
      <span key={place} style={{ insetInlineStart: `${(100 * place) / days.length}%` }} />
    ))}
  </div>
);

/**
 * The slider through time: a stop at each day on which the table moved, a mark where a matchday was over. Until the days are known it
 * has its place already, so that nothing jumps.
 */
export const TimeSlider = ({ days, at, ready, onInstant }: TimeSliderProps) => {
  const t = useTexts(standingsTexts);
  const nameOf = useNames(days);
  const id = useId();
  const given = placeOf(days, at);
  const [place, setPlace] = useState(given);
  // Before anybody sees the place that was: its name may be longer than the one of now.
  useLayoutEffect(() => setPlace(given), [given]);
  useEffect(() => {
    if (place === given) return;
    const timer = setTimeout(() => onInstant(instantOf(days, place)), REST_MS);
    return () => clearTimeout(timer);
  }, [place, given, days, onInstant]);
  const jump = (direction: 1 | -1) => setPlace(now => nextMark(days, now, direction));
  const playback = usePlayback({ days, place, ready: ready && place === given, onPlace: setPlace });
  const page = (event: KeyboardEvent): void => {
    if (event.key !== 'PageUp' && event.key !== 'PageDown') return;
    event.preventDefault();
    jump(event.key === 'PageUp' ? 1 : -1);
  };
  return (
    <section className="card stack no-print" aria-labelledby={`${id}-head`}>
      <div className="row">
        <h2 id={`${id}-head`}>{t('time')}</h2>
        <output htmlFor={id} className="tag">
          {nameOf(place)}
        </output>
      </div>
      <div className="slider">
        <input
          id={id}
          type="range"
          min={0}
          max={days.length}
          value={place}
          aria-label={t('instant')}
          aria-valuetext={nameOf(place)}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            playback.stop();
            setPlace(target.valueAsNumber);
          }}
          onKeyDown={page}
        />
        <Ticks days={days} />
      </div>
      <div className="row">
        <button type="button" onClick={() => jump(-1)} disabled={place === 0}>
          <span aria-hidden="true">◀</span> {t('previous')}
        </button>
        <button type="button" onClick={playback.toggle} disabled={days.length === 0}>
          {playback.playing ? t('pause') : t('play')}
        </button>
        <button type="button" onClick={() => jump(1)} disabled={place === days.length}>
          {t('next')} <span aria-hidden="true">▶</span>
        </button>
        {place !== days.length && (
          <button type="button" className="quiet" onClick={() => setPlace(days.length)}>
            {t('toNow')}
          </button>
        )}
      </div>
      <p id={`${id}-hint`} className="small muted keys-hint">
        {t('hint')}
      </p>
    </section>
  );
};
