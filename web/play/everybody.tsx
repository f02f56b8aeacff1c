import { useState } from 'react';
import { Link } from 'wouter';
import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { PlayerName } from '../names/player-name.tsx';
import { Failure, Loading } from '../ui/states.tsx';
import { useEverybody } from './data.ts';
import { playTexts } from './texts.ts';
import type { Prediction } from './types.ts';
import { pointsOf } from './verdict.ts';

const SIDES = ['home', 'draw', 'away'] as const;

const PickRow = ({ prediction }: { readonly prediction: Prediction }) => {
  const format = useFormat();
  if (prediction.status !== 'placed') return null;
  const { key, pick } = prediction;
  const points = pointsOf(prediction);
  return (
    <tr>
      <th scope="row">
        <PlayerName id={key.playerId} />
      </th>
      <td className="number">
        {pick.predicted.home}:{pick.predicted.away}
      </td>
      <td className="number">{pick.confidence === null ? '–' : format.percent(pick.confidence)}</td>
      <td className="number">{points === undefined ? '–' : <Link href={`/why/${key.predictionId}`}>{points}</Link>}</td>
    </tr>
  );
};

/** What everybody said: open to all once picks are locked. Read when somebody looks. */
export const Everybody = ({ matchId }: { readonly matchId: string }) => {
  const t = useTexts(playTexts);
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { data, error, isLoading, hasNextPage, fetchNextPage, refetch } = useEverybody(matchId, open);
  const crowd = data?.pages[0]?.crowd;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('everybody')}</summary>
      {isLoading && <Loading />}
      {error && <Failure error={error} retry={() => void refetch()} />}
      {crowd && (
        <figure className="crowd">
          <figcaption className="small">
            {t('crowd')}: {t('crowdOf', { count: crowd.picks })}
            {crowd.mostFrequent &&
              ` · ${t('frequent', { score: `${crowd.mostFrequent.score.home}:${crowd.mostFrequent.score.away}`, count: crowd.mostFrequent.count })}`}
          </figcaption>
          <div className="crowd-bar" aria-hidden="true">
            {SIDES.map(side => (
              <span key={side} className={`crowd-${side}`} style={{ flexGrow: crowd[side].count }} />
            ))}
          </div>
          <ul className="crowd-legend small">
            {SIDES.map(side => (
              <li key={side}>
                <span className={`swatch crowd-${side}`} aria-hidden="true" /> {t(side)}{' '}
                {format.percent(crowd[side].share)} ({crowd[side].count})
              </li>
            ))}
          </ul>
        </figure>
      )}
      {data && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('player')}</th>
              <th scope="col" className="number">
                {t('pick')}
              </th>
              <th scope="col" className="number">
                {t('sure')}
              </th>
              <th scope="col" className="number">
                {t('gained')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.pages
              .flatMap(({ items }) => items)
              .map(prediction => (
                <PickRow key={prediction.key.predictionId} prediction={prediction} />
              ))}
          </tbody>
        </table>
      )}
      {hasNextPage && (
        <button type="button" onClick={() => void fetchNextPage()}>
          {t('moreRows')}
        </button>
      )}
    </details>
  );
};
