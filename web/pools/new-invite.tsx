import { type FormEvent, useState } from 'react';
import { ProblemError } from '../api/problem.ts';
import { useTexts } from '../i18n/texts.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { linkOf } from './code.ts';
import { useInvite } from './data.ts';
import { refusedAt } from './draft.ts';
import { Field } from './field.tsx';
import { Refusal } from './refusal.tsx';
import { poolsTexts } from './texts.ts';

const MOST_USES = 100;

/** The link, which is shown this once. */
const Made = ({ code }: { readonly code: string }) => {
  const t = useTexts(poolsTexts);
  const announce = useAnnounce();
  const [copied, setCopied] = useState<boolean>();
  const link = linkOf(location.origin, code);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
      announce(t('copied'));
    } catch {
      setCopied(false);
      announce(t('copyYourself'));
    }
  };
  return (
    <div className="notice stack">
      <Field label={t('link')} hint={t('linkHint')}>
        {props => <input {...props} readOnly value={link} onFocus={({ target }) => target.select()} />}
      </Field>
      <div className="row">
        <button type="button" onClick={() => void copy()}>
          {copied ? `✓ ${t('copied')}` : t('copy')}
        </button>
        {copied === false && <span>{t('copyYourself')}</span>}
      </div>
    </div>
  );
};

/** Makes an invite, with limits if one likes. */
export const NewInvite = ({ poolId }: { readonly poolId: string }) => {
  const t = useTexts(poolsTexts);
  const invite = useInvite(poolId);
  const [ends, setEnds] = useState('');
  const [uses, setUses] = useState('');
  const { error, data } = invite;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    invite.mutate({
      expiresAt: ends === '' ? null : new Date(ends).toISOString(),
      maxUses: uses === '' ? null : Number(uses),
    });
  };
  const isPast = error instanceof ProblemError && error.code === 'invite-expired';
  const wrongEnd = isPast ? t('endsInPast') : refusedAt(error, 'expiresAt');
  const wrongUses = refusedAt(error, 'maxUses');
  return (
    <>
      <form className="invite-form" onSubmit={submit}>
        <Field label={t('endsAt')} hint={t('optional')} wrong={wrongEnd}>
          {props => (
            <input {...props} type="datetime-local" value={ends} onChange={({ target }) => setEnds(target.value)} />
          )}
        </Field>
        <Field label={t('maxUses')} hint={t('optional')} wrong={wrongUses}>
          {props => (
            <input
              {...props}
              type="number"
              min={1}
              max={MOST_USES}
              value={uses}
              onChange={({ target }) => setUses(target.value)}
            />
          )}
        </Field>
        <button type="submit" disabled={invite.isPending}>
          {t('makeInvite')}
        </button>
      </form>
      {!wrongEnd && !wrongUses && <Refusal error={error} />}
      {data && <Made key={data.inviteId} code={data.code} />}
    </>
  );
};
