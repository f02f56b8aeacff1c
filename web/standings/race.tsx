import { lazy, memo, Suspense, useState } from 'react';
import { useTexts } from '../i18n/texts.ts';
import { usePlayerTexts } from '../names/use-names.ts';
import { useRoundTitle } from '../ui/round-title.ts';
import { Failure, Loading } from '../ui/states.tsx';
import { placeOf, roundAt } from './marks.ts';
import type { Race as RaceData } from './race-data.ts';
import { RacePlayers } from './race-players.tsx';
import { standingsTexts } from './texts.ts';

const RaceChart = lazy(() => import('./race-chart.tsx'));

type What = 'ranks' | 'points';

interface RaceProps {
  readonly race: RaceData | undefined;
  readonly error: Error | null;
  readonly retry: () => unknown;
  readonly players: readonly string[];
  /** Where the slider stands. */
  readonly at: string | undefined;
  /** Players that may be added. */
  readonly known: readonly string[];
  readonly animate: boolean;
  readonly onPlayers: (players: readonly string[] | undefined) => void;
}

interface RaceTableProps {
  readonly race: RaceData;
  readonly what: What;
  readonly rounds: readonly string[];
  readonly nameOf: (playerId: string) => string;
}

const RaceTable = ({ race, what, rounds, nameOf }: RaceTableProps) => {
  const t = useTexts(standingsTexts);
  const players = race.runners.map(({ playerId }) => nameOf(playerId)).join(', ');
  return (
    <details>
      <summary>{t('asTable')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t('asTable')}>
        <table>
          <caption>{t('chartOf', { what: t(what === 'ranks' ? 'ranks' : 'pointsSoFar'), players })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('matchday')}</th>
              {race.runners.map(({ playerId }) => (
                <th key={playerId} scope="col" className="number">
                  {nameOf(playerId)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rounds.map((round, index) => (
              <tr key={round}>
                <th scope="row">{round}</th>
                {race.runners.map(runner => (
                  <td key={runner.playerId} className="number">
                    {runner[what][index] ?? '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
};

/** Ranks and points of a few players over the season, drawn and as a table. To draw takes long: not with each page of the table. */
export const Race = memo(({ race: data, error, retry, players, at, known, animate, onPlayers }: RaceProps) => {
  const t = useTexts(standingsTexts);
  const [what, choose] = useState<What>('ranks');
  const nameOf = usePlayerTexts(players);
  const titleOf = useRoundTitle();
  const rounds = data?.rounds.map(round => (round === null ? t('noRound') : titleOf(round))) ?? [];
  const marked = data && at !== undefined ? roundAt(data.days, placeOf(data.days, at)) : undefined;
  return (
    <div className="stack">
      <div className="row">
        {(['ranks', 'points'] as const).map(one => (
          <button key={one} type="button" aria-pressed={what === one} onClick={() => choose(one)}>
            {t(one === 'ranks' ? 'ranks' : 'pointsSoFar')}
          </button>
        ))}
      </div>
      <RacePlayers players={players} known={known} nameOf={nameOf} onPlayers={onPlayers} />
      {error && <Failure error={error} retry={() => void retry()} />}
      {data && rounds.length === 0 && <p className="muted">{t('noRace')}</p>}
      {data && rounds.length > 0 && (
        <>
          <Suspense fallback={<Loading />}>
            <RaceChart
              rounds={rounds}
              lines={data.runners.map(runner => ({
                playerId: runner.playerId,
                name: nameOf(runner.playerId),
                values: runner[what],
              }))}
              downwards={what === 'ranks'}
              marked={marked == null ? undefined : titleOf(marked)}
              animate={animate}
            />
          </Suspense>
          <p className="small muted">{t('chartNote')}</p>
          <RaceTable race={data} what={what} rounds={rounds} nameOf={nameOf} />
        </>
      )}
    </div>
  );
});
Race.displayName = 'Race';
