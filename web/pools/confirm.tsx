import { useState } from 'react';
import { Actions } from '../ui/actions.tsx';
import { Dialog } from '../ui/dialog.tsx';

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
  const [asking, ask] = useState(false);
  return (
    <>
      <button type="button" className="danger" disabled={disabled} onClick={() => ask(true)}>
        {label}
      </button>
      <Dialog open={asking} onClose={() => ask(false)} title={title}>
        <p>{question}</p>
        <Actions onCancel={() => ask(false)}>
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
        </Actions>
      </Dialog>
    </>
  );
};
