import { useState } from 'react';
import { useTexts } from '../i18n/texts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { poolsTexts } from './texts.ts';

/** A button that asks before it does something that cannot simply be undone. */
export const ConfirmButton = ({
  label,
  title,
  question,
  disabled,
  onConfirm,
}: {
  readonly label: string;
  readonly title: string;
  readonly question: string;
  readonly disabled: boolean;
  readonly onConfirm: () => void;
}) => {
  const t = useTexts(poolsTexts);
  const [asking, ask] = useState(false);
  return (
    <>
      <button type="button" className="danger" disabled={disabled} onClick={() => ask(true)}>
        {label}
      </button>
      <Dialog open={asking} onClose={() => ask(false)} title={title}>
        <p>{question}</p>
        <div className="row">
          <button
            type="button"
            className="danger"
            onClick={() => {
              ask(false);
              onConfirm();
            }}
          >
            {label}
          </button>
          <button type="button" onClick={() => ask(false)}>
            {t('cancel')}
          </button>
        </div>
      </Dialog>
    </>
  );
};
