import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { useTexts } from '../i18n/texts.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { codeOf } from './code.ts';
import { useJoinByCode } from './data.ts';
import { refusedAt } from './draft.ts';
import { Field } from './field.tsx';
import { Refusal } from './refusal.tsx';
import { poolsTexts } from './texts.ts';

/** Joins by the code of an invite, or by its link. */
export const JoinForm = ({ initially = '' }: { readonly initially?: string }) => {
  const t = useTexts(poolsTexts);
  const announce = useAnnounce();
  const [, go] = useLocation();
  const [text, write] = useState(initially);
  const [empty, setEmpty] = useState(false);
  const join = useJoinByCode();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const code = codeOf(text);
    setEmpty(code === '');
    if (code === '') return;
    join.mutate(code, {
      onSuccess: ({ poolId }) => {
        announce(t('joined', { pool: poolId }));
        go(`/pools/${poolId}`);
      },
    });
  };
  const refused = refusedAt(join.error, 'code');
  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <h2>{t('joinByCode')}</h2>
      <Field label={t('code')} hint={t('codeHint')} wrong={empty ? t('codeMissing') : refused}>
        {props => (
          <input
            {...props}
            required
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={({ target }) => write(target.value)}
          />
        )}
      </Field>
      {refused === undefined && <Refusal error={join.error} />}
      <div>
        <button type="submit" className="primary" disabled={join.isPending}>
          {t('join')}
        </button>
      </div>
    </form>
  );
};
