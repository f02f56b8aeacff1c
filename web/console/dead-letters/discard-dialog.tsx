import { type FormEvent, useId, useState } from 'react';
import { useTexts } from '../../i18n/texts.ts';
import { Actions } from '../../ui/actions.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { deadLetterTexts } from './texts.ts';

const Reason = ({
  onDiscard,
  onClose,
}: {
  readonly onDiscard: (reason: string) => void;
  readonly onClose: () => void;
}) => {
  const t = useTexts(deadLetterTexts);
  const [reason, setReason] = useState('');
  const hint = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onDiscard(reason.trim());
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p>{t('discardLead')}</p>
      <label className="stack">
        {t('reason')}
        <textarea
          required
          rows={3}
          maxLength={200}
          value={reason}
          aria-describedby={hint}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <p id={hint} className="muted small">
        {t('reasonHint')}
      </p>
      <Actions onCancel={onClose}>
        <button type="submit" className="danger" disabled={reason.trim() === ''}>
          {t('discard')}
        </button>
      </Actions>
    </form>
  );
};

/** Asks why letters are to be discarded. */
export const DiscardDialog = ({
  count,
  ...actions
}: {
  /** 0: nothing is asked. */
  readonly count: number;
  readonly onDiscard: (reason: string) => void;
  readonly onClose: () => void;
}) => {
  const t = useTexts(deadLetterTexts);
  return (
    <Dialog open={count > 0} onClose={actions.onClose} title={t('discardTitle', { count })}>
      <Reason {...actions} />
    </Dialog>
  );
};
