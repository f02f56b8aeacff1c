import { type FormEvent, useId, useState } from 'react';
import { useTexts } from '../i18n/texts.ts';
import { Actions } from '../ui/actions.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { playerIdOf } from './player-id.ts';
import { useSession } from './session.tsx';
import { sessionTexts } from './texts.ts';

const ROLES = {
  player: ['player'],
  organiser: ['player', 'organiser'],
  operator: ['player', 'organiser', 'operator'],
} as const;
type Role = keyof typeof ROLES;
const NAMES = Object.keys(ROLES) as Role[];

/** Asks who one wants to be, where nobody signs up. */
export const DemoSignIn = ({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) => {
  const t = useTexts(sessionTexts);
  const { signIn } = useSession();
  const [name, setName] = useState('Ann');
  const player = playerIdOf(name);
  const [role, setRole] = useState<Role>('player');
  const [failure, setFailure] = useState<string>();
  const hint = useId();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      await signIn({ player, name: name.trim(), scopes: ROLES[role] });
      onClose();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog open={open} onClose={onClose} title={t('who')}>
      <form className="stack" onSubmit={event => void submit(event)}>
        <p className="muted">{t('local')}</p>
        <label className="stack">
          {t('name')}
          <input
            required
            value={name}
            onChange={({ target }) => setName(target.value)}
            pattern=".*\S.*"
            maxLength={100}
            autoComplete="off"
            aria-describedby={hint}
          />
        </label>
        <p id={hint} className="muted small">
          {t('nameHint', { player })}
        </p>
        <fieldset>
          <legend>{t('role')}</legend>
          {NAMES.map(name => (
            <label key={name} className="row">
              <input type="radio" name="role" checked={role === name} onChange={() => setRole(name)} />
              <span>
                {t(name)} <span className="muted small">{t(`${name}Hint`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {failure !== undefined && (
          <p role="alert" className="notice bad">
            {t('failed', { reason: failure })}
          </p>
        )}
        <Actions onCancel={onClose}>
          <button type="submit" className="primary">
            {t('start')}
          </button>
        </Actions>
      </form>
    </Dialog>
  );
};
