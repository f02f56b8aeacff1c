import { useTexts } from '../../i18n/texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { projectionTexts } from './texts.ts';

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
  const t = useTexts(projectionTexts);
  const confirm = (): void => {
    onClose();
    onConfirm();
  };
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <p>{lead}</p>
      <div className="row">
        <button type="button" className="primary" onClick={confirm}>
          {action}
        </button>
        <button type="button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </Dialog>
  );
};
