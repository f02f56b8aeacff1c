import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { DEFAULT_RULES } from '../../shared/domain/scoring.ts';
import { ProblemError } from '../api/problem.ts';
import { useTexts } from '../i18n/texts.ts';
import { useCompetitions } from '../play/data.ts';
import { Actions } from '../ui/actions.tsx';
import { competitionTitle } from '../ui/competition-title.ts';
import { idOfName } from '../ui/id-of-name.ts';
import { uiTexts } from '../ui/texts.ts';
import { useCreatePool } from './data.ts';
import { type Access, type Draft, refusedAt, wrongIn } from './draft.ts';
import { Field } from './field.tsx';
import { Refusal } from './refusal.tsx';
import { RulesFields } from './rules-fields.tsx';
import { poolsTexts } from './texts.ts';

const EMPTY: Draft = {
  poolId: '',
  competition: '',
  name: '',
  access: 'invite',
  rules: { rules: DEFAULT_RULES, basis: 'FT90', tieBreaks: ['exact'], countAwarded: false },
};

const ACCESS: readonly Access[] = ['invite', 'open'];

/** Puts the focus where something has to be mended. */
const focusFirstWrong = (form: HTMLFormElement): void => {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus());
};

/** What is written, what is wrong with it, and its way to the API. */
const useDraft = () => {
  const t = useTexts(poolsTexts);
  const [, go] = useLocation();
  const competitions = useCompetitions();
  const create = useCreatePool();
  const [written, write] = useState(EMPTY);
  const [ownId, setOwnId] = useState(false);
  const [tried, setTried] = useState(false);
  const draft = {
    ...written,
    poolId: ownId ? written.poolId : idOfName(written.name),
    competition: written.competition || (competitions.data?.at(0)?.competition ?? ''),
  };
  const wrong = wrongIn(draft);
  const { error } = create;
  const taken = error instanceof ProblemError && error.code === 'already-exists';
  const wrongOf = (field: 'name' | 'poolId' | 'competition'): string | undefined => {
    const own = wrong[field];
    if (own) return tried ? t(own) : undefined;
    if (taken && field === 'poolId') return t('idTaken');
    return refusedAt(error, field);
  };
  const change = (part: Partial<Draft>): void => {
    if (part.poolId !== undefined) setOwnId(true);
    create.reset();
    write(now => ({ ...now, ...part }));
  };
  const { isPending } = competitions;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isPending) return;
    const form = event.currentTarget;
    setTried(true);
    if (Object.keys(wrong).length > 0) focusFirstWrong(form);
    else
      create.mutate(
        { ...draft, name: draft.name.trim() },
        { onSuccess: ({ poolId }) => go(`/pools/${poolId}`), onError: () => focusFirstWrong(form) },
      );
  };
  // What stands at a field is not said twice.
  const shown = taken || (error instanceof ProblemError && error.errors.length > 0) ? null : error;
  const busy = create.isPending || isPending;
  return { draft, change, submit, wrongOf, competitions: competitions.data, busy, shown };
};

/** Opens a pool. */
export const CreatePool = ({ onCancel }: { readonly onCancel: () => void }) => {
  const t = useTexts(poolsTexts);
  const general = useTexts(uiTexts);
  const { draft, change, submit, wrongOf, competitions, busy, shown } = useDraft();
  const first = useRef<HTMLInputElement>(null);
  // The button that asked for the form is gone.
  useEffect(() => first.current?.focus(), []);
  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <h2>{t('create')}</h2>
      <Field label={t('name')} wrong={wrongOf('name')}>
        {props => (
          <input
            {...props}
            ref={first}
            required
            value={draft.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
      </Field>
      <Field label={t('poolId')} hint={t('poolIdHint')} wrong={wrongOf('poolId')}>
        {props => (
          <input
            {...props}
            required
            autoComplete="off"
            spellCheck={false}
            value={draft.poolId}
            onChange={({ target }) => change({ poolId: target.value })}
          />
        )}
      </Field>
      <Field label={t('competition')} wrong={wrongOf('competition')}>
        {props => (
          <select {...props} value={draft.competition} onChange={({ target }) => change({ competition: target.value })}>
            {competitions === undefined && <option value="">{general('loading')}</option>}
            {competitions?.map(({ competition }) => (
              <option key={competition} value={competition}>
                {competitionTitle(competition)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className="rule-sets">
        <legend>{t('access')}</legend>
        {ACCESS.map(access => (
          <label key={access} className="row">
            <input type="radio" name="access" checked={draft.access === access} onChange={() => change({ access })} />
            {t(`access_${access}`)}
          </label>
        ))}
      </fieldset>
      <RulesFields rules={draft.rules} change={rules => change({ rules })} />
      <Refusal error={shown} />
      <Actions onCancel={onCancel}>
        <button type="submit" className="primary" disabled={busy}>
          {t('createNow')}
        </button>
      </Actions>
    </form>
  );
};
