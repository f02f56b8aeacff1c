import { Actions } from '../../ui/actions.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** Asks before something is done that takes long, or cannot be taken back. */
export const Confirm = ({
  open,
  title,
  lead,
  action,
  onConfirm,
  onClose,
}: {
  readonly open: boolean;
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) => {
  const confirm = (): void => {
    onClose();
    onConfirm();
  };
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <p>{lead}</p>
      <Actions onCancel={onClose}>
        <button type="button" className="primary" onClick={confirm}>
          {action}
        </button>
      </Actions>
    </Dialog>
  );
};
