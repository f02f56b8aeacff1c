import { type FormEvent, useState } from 'react';
import { ID } from '../../shared/events/id.ts';
import { useTexts } from '../i18n/texts.ts';
import { usePlayerTexts } from '../names/use-names.ts';
import { standingsTexts } from './texts.ts';
import { MAX_PLAYERS } from './view.ts';
import '../names/player-name.css';

interface RacePlayersProps {
  readonly players: readonly string[];
  /** Players that may be added. */
  readonly known: readonly string[];
  readonly nameOf: (playerId: string) => string;
  readonly onPlayers: (players: readonly string[] | undefined) => void;
}

const NONE: readonly string[] = [];

/** Whom somebody means who writes a name, or an id; undefined: nobody that there could be. */
const meant = (written: string, known: readonly string[], nameOf: (id: string) => string): string | undefined => {
  const text = written.trim();
  if (known.includes(text)) return text;
  const named = known.find(id => nameOf(id).toLowerCase() === text.toLowerCase());
  return named ?? (ID.test(text) ? text : undefined);
};

/** Adds a player, by the name or the id. */
const AddPlayer = ({ players, known, onPlayers }: Omit<RacePlayersProps, 'nameOf'>) => {
  const t = useTexts(standingsTexts);
  const [written, write] = useState('');
  // A hundred names, for who is about to choose among them.
  const [choosing, choose] = useState(false);
  const nameOf = usePlayerTexts(choosing ? known : NONE);
  const player = meant(written, known, nameOf);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (player === undefined) return;
    if (!players.includes(player)) onPlayers([...players, player]);
    write('');
  };
  return (
    <form className="row" onSubmit={add}>
      <input
        ref={input => input?.setCustomValidity(written !== '' && player === undefined ? t('noPlayer') : '')}
        list="race-players"
        value={written}
        size={12}
        aria-label={t('addPlayer')}
        placeholder={t('addPlayer')}
        autoComplete="off"
        onFocus={() => choose(true)}
        onChange={({ target }) => write(target.value)}
      />
      <datalist id="race-players">
        {known.map(id => (
          <option key={id} value={id} label={nameOf(id)} />
        ))}
      </datalist>
      <button type="submit">{t('add')}</button>
    </form>
  );
};

/** Whose race is drawn: some leave at a click, others are added. */
export const RacePlayers = ({ players, known, nameOf, onPlayers }: RacePlayersProps) => {
  const t = useTexts(standingsTexts);
  return (
    <div className="row">
      {players.map(player => (
        <button
          key={player}
          type="button"
          className="chip"
          title={player}
          aria-label={t('remove', { player: nameOf(player) })}
          onClick={() => onPlayers(players.filter(other => other !== player))}
        >
          <span className="cut-name">{nameOf(player)}</span> <span aria-hidden="true">×</span>
        </button>
      ))}
      {players.length < MAX_PLAYERS && <AddPlayer players={players} known={known} onPlayers={onPlayers} />}
      <button type="button" className="quiet" onClick={() => onPlayers(undefined)}>
        {t('usual')}
      </button>
    </div>
  );
};
