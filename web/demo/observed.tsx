import type { Counts } from '../../client/demo.ts';
import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { usePlaces } from './demo-api.ts';
import { failuresOf, movedPlaces, type Place } from './state.ts';
import { demoTexts } from './texts.ts';
import type { Trouble } from './troubles.ts';

/** How it was before somebody pressed a button, and what that did. */
export interface Observation {
  readonly name: Trouble['name'];
  readonly what: string;
  readonly at: string;
  readonly before: { readonly counts: Counts; readonly places: readonly Place[] };
}

const ROWS = [
  ['observedStored', ({ stored }) => stored],
  ['observedPublished', ({ published }) => published],
  ['observedHandled', ({ handled }) => handled],
  ['observedWaiting', ({ waiting }) => waiting],
  ['observedFailures', failuresOf],
  ['observedDead', ({ deadLetters }) => deadLetters],
] as const satisfies readonly (readonly [string, (counts: Counts) => number])[];

const CountTable = ({ before, now }: { readonly before: Counts; readonly now: Counts }) => {
  const t = useTexts(demoTexts);
  const format = useFormat();
  const sign = (value: number): string => (value > 0 ? `+${format.number(value)}` : format.number(value));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('observedFact')}</th>
          {(['before', 'now', 'change'] as const).map(head => (
            <th key={head} scope="col" className="number">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map(([name, of]) => (
          <tr key={name}>
            <th scope="row">{t(name)}</th>
            <td className="number">{format.number(of(before))}</td>
            <td className="number">{format.number(of(now))}</td>
            <td className="number">{sign(of(now) - of(before))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const MovedPlaces = ({ before }: { readonly before: readonly Place[] }) => {
  const t = useTexts(demoTexts);
  const { data: now = before } = usePlaces(true);
  const moved = movedPlaces(before, now);
  const placeOf = (place: Place | undefined) =>
    place ? t('place', { rank: place.rank, points: place.points }) : t('newPlace');
  if (moved.length === 0) return <p>{t('notMoved')}</p>;
  return (
    <>
      <h4>{t('moved')}</h4>
      <ul className="moved">
        {moved.map(({ player, before: was, now: is }) => (
          <li key={player}>
            {player}: {placeOf(was)} → <strong>{placeOf(is)}</strong>
          </li>
        ))}
      </ul>
    </>
  );
};

/** What was observed since a button was pressed: counts and places, before and now. */
export const Observed = ({
  observation: { what, at, before },
  counts,
  done,
}: {
  readonly observation: Observation;
  readonly counts: Counts;
  readonly done: () => void;
}) => {
  const t = useTexts(demoTexts);
  const format = useFormat();
  return (
    <div className="notice stack">
      <p>
        <strong>{t('sinceThen', { time: format.time(at), what })}</strong>
      </p>
      <CountTable before={before.counts} now={counts} />
      <MovedPlaces before={before.places} />
      <div>
        <button type="button" onClick={done}>
          {t('stopWatching')}
        </button>
      </div>
    </div>
  );
};
