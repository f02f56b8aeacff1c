import { type FormEvent, lazy, memo, Suspense, useState } from 'react';
import { useTexts } from '../i18n/texts.ts';
import { Failure, Loading } from '../ui/states.tsx';
import { type Race as RaceData, useRace } from './data.ts';
import { placeOf, roundAt } from './marks.ts';
import { standingsTexts } from './texts.ts';
import { MAX_PLAYERS, type View } from './view.ts';

const RaceChart = lazy(() => import('./race-chart.tsx'));

type What = 'ranks' | 'points';

interface RaceProps {
  readonly view: View & { readonly competition: string };
  /** Whose race it is when nobody was chosen. */
  readonly usual: readonly string[];
  /** Players that may be added. */
  readonly known: readonly string[];
  readonly animate: boolean;
  readonly onPlayers: (players: readonly string[] | undefined) => void;
}

const Players = ({
  players,
  known,
  onPlayers,
}: Pick<RaceProps, 'known' | 'onPlayers'> & { players: readonly string[] }) => {
  const t = useTexts(standingsTexts);
  const [added, setAdded] = useState('');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (added && !players.includes(added)) onPlayers([...players, added]);
    setAdded('');
  };
  return (
    <div className="row">
      {players.map(player => (
        <button
          key={player}
          type="button"
          className="chip"
          aria-label={t('remove', { player })}
          onClick={() => onPlayers(players.filter(other => other !== player))}
        >
          {player} <span aria-hidden="true">×</span>
        </button>
      ))}
      {players.length < MAX_PLAYERS && (
        <form className="row" onSubmit={add}>
          <input
            list="race-players"
            value={added}
            size={12}
            aria-label={t('addPlayer')}
            placeholder={t('addPlayer')}
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            autoComplete="off"
            onChange={({ target }) => setAdded(target.value)}
          />
          <datalist id="race-players">
            {known.map(player => (
              <option key={player} value={player} />
            ))}
          </datalist>
          <button type="submit">{t('add')}</button>
        </form>
      )}
      <button type="button" className="quiet" onClick={() => onPlayers(undefined)}>
        {t('usual')}
      </button>
    </div>
  );
};

const RaceTable = ({ race, what, rounds }: { race: RaceData; what: What; rounds: readonly string[] }) => {
  const t = useTexts(standingsTexts);
  const players = race.runners.map(({ playerId }) => playerId).join(', ');
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
                  {playerId}
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
export const Race = memo(({ view, usual, known, animate, onPlayers }: RaceProps) => {
  const t = useTexts(standingsTexts);
  const [what, choose] = useState<What>('ranks');
  const players = view.players ?? usual;
  const { data, error, refetch } = useRace(view, players);
  const rounds = data?.rounds.map(round => round ?? t('noRound')) ?? [];
  const marked = data && view.at !== undefined ? roundAt(data.days, placeOf(data.days, view.at)) : undefined;
  return (
    <div className="stack">
      <div className="row">
        {(['ranks', 'points'] as const).map(one => (
          <button key={one} type="button" aria-pressed={what === one} onClick={() => choose(one)}>
            {t(one === 'ranks' ? 'ranks' : 'pointsSoFar')}
          </button>
        ))}
      </div>
      <Players players={players} known={known} onPlayers={onPlayers} />
      {error && <Failure error={error} retry={() => void refetch()} />}
      {data && rounds.length === 0 && <p className="muted">{t('noRace')}</p>}
      {data && rounds.length > 0 && (
        <>
          <Suspense fallback={<Loading />}>
            <RaceChart
              rounds={rounds}
              lines={data.runners.map(runner => ({ playerId: runner.playerId, values: runner[what] }))}
              downwards={what === 'ranks'}
              marked={marked ?? undefined}
              animate={animate}
            />
          </Suspense>
          <p className="small muted">{t('chartNote')}</p>
          <RaceTable race={data} what={what} rounds={rounds} />
        </>
      )}
    </div>
  );
});
Race.displayName = 'Race';
