import { type FormEvent, useState } from 'react';
import { ProblemError } from '../api/problem.ts';
import { useTexts } from '../i18n/texts.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { type Pool, useChangeRules, usePool } from './data.ts';
import { Refusal } from './refusal.tsx';
import { RulesFields } from './rules-fields.tsx';
import { poolsTexts } from './texts.ts';

const Form = ({ pool, onDone }: { readonly pool: Pool; readonly onDone: () => void }) => {
  const t = useTexts(poolsTexts);
  const announce = useAnnounce();
  const change = useChangeRules(pool.poolId);
  const { refetch } = usePool(pool.poolId);
  // What the change is based on: if somebody else changes the rules meanwhile, it is refused.
  const [seen, see] = useState({ rules: pool.rules, version: pool.version });
  const [rules, write] = useState(pool.rules);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(
      { rules, version: seen.version },
      {
        onSuccess: () => {
          announce(t('rulesChanged'));
          onDone();
        },
      },
    );
  };
  const startAgain = async (): Promise<void> => {
    const { data } = await refetch();
    if (!data) return;
    see({ rules: data.rules, version: data.version });
    write(data.rules);
    change.reset();
  };
  const { error } = change;
  return (
    <form className="card stack" onSubmit={submit}>
      <h3>{t('changeRules')}</h3>
      <p className="muted">{t('changeRulesHint')}</p>
      <RulesFields rules={rules} change={write} />
      <Refusal error={error} />
      <div className="row">
        {error instanceof ProblemError && error.status === 412 ? (
          <button type="button" className="primary" onClick={() => void startAgain()}>
            {t('showNewest')}
          </button>
        ) : (
          <button type="submit" className="primary" disabled={change.isPending}>
            {t('save')}
          </button>
        )}
        <button type="button" onClick={onDone}>
          {t('cancel')}
        </button>
      </div>
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
