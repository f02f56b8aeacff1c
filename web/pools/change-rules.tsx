import { type FormEvent, useState } from 'react';
import { ProblemError } from '../api/problem.ts';
import { useTexts } from '../i18n/texts.ts';
import { Actions } from '../ui/actions.tsx';
import { useAnnounce } from '../ui/announce.tsx';
import { type Pool, useChangeRules, usePool } from './data.ts';
import { Refusal } from './refusal.tsx';
import { changesOf } from './rules-changes.ts';
import { RulesConflict } from './rules-conflict.tsx';
import { RulesFields } from './rules-fields.tsx';
import { poolsTexts } from './texts.ts';

const isOutdated = (error: unknown): boolean => error instanceof ProblemError && error.status === 412;

/**
 * Rules as they are written, and their way to the API. Somebody who joins makes a new version of the pool too: such a refusal is not
 * for whoever changes the rules, who is asked again only if the rules themselves are others by now.
 */
const useChange = (pool: Pool, onDone: () => void) => {
  const t = useTexts(poolsTexts);
  const announce = useAnnounce();
  const change = useChangeRules(pool.poolId);
  const { refetch } = usePool(pool.poolId);
  const [seen, see] = useState(pool.rules);
  const [rules, write] = useState(pool.rules);
  const lookAgain = async (version: number): Promise<void> => {
    const { data } = await refetch();
    if (data === undefined || data.version <= version) return;
    if (changesOf(seen, data.rules).length === 0) send(data.version);
    else change.reset();
  };
  const send = (version: number): void =>
    change.mutate(
      { rules, version },
      {
        onSuccess: () => {
          announce(t('rulesChanged'));
          onDone();
        },
        onError: error => {
          if (isOutdated(error)) void lookAgain(version);
        },
      },
    );
  const take = (): void => {
    see(pool.rules);
    write(pool.rules);
    change.reset();
  };
  return { seen, rules, write, send, take, busy: change.isPending, error: change.error };
};

/** Where "Save" was is now what overwrites nothing: who was about to press it has not read yet what has changed. */
const Decision = (props: { readonly busy: boolean; readonly onTake: () => void; readonly onSave: () => void }) => {
  const t = useTexts(poolsTexts);
  return (
    <>
      <button type="button" onClick={props.onTake}>
        {t('takeTheirs')}
      </button>
      <button type="button" className="danger" disabled={props.busy} onClick={props.onSave}>
        {t('saveMine')}
      </button>
    </>
  );
};

const Form = ({ pool, onDone }: { readonly pool: Pool; readonly onDone: () => void }) => {
  const t = useTexts(poolsTexts);
  const { seen, rules, write, send, take, busy, error } = useChange(pool, onDone);
  // The pool is kept up to date while the form is open.
  const isOther = changesOf(seen, pool.rules).length > 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isOther) send(pool.version);
  };
  return (
    <form className="card stack" onSubmit={submit}>
      <h3>{t('changeRules')}</h3>
      <p className="muted">{t('changeRulesHint')}</p>
      <RulesFields rules={rules} change={write} />
      <Refusal error={error} />
      {isOther && <RulesConflict before={seen} now={pool.rules} mine={rules} />}
      <Actions onCancel={onDone}>
        {isOther ? (
          <Decision busy={busy} onTake={take} onSave={() => send(pool.version)} />
        ) : (
          <button type="submit" className="primary" disabled={busy}>
            {t('save')}
          </button>
        )}
      </Actions>
    </form>
  );
};

/** Changes the rules of one's own pool. */
export const ChangeRules = ({ pool }: { readonly pool: Pool }) => {
  const t = useTexts(poolsTexts);
  const [changing, setChanging] = useState(false);
  if (changing) return <Form pool={pool} onDone={() => setChanging(false)} />;
  return (
    <div>
      <button type="button" onClick={() => setChanging(true)}>
        {t('changeRules')}
      </button>
    </div>
  );
};
