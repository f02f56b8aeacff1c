import { useTexts } from '../i18n/texts.ts';
import { standingsTexts } from './texts.ts';
import { useReducedMotion } from './use-media.ts';

interface ToolsProps {
  readonly animate: boolean;
  readonly onAnimate: (animate: boolean) => void;
  readonly onMe: () => void;
  readonly onExport: () => void;
  readonly onPrint: () => void;
}

/** What one can do with a table. */
export const Tools = ({ animate, onAnimate, onMe, onExport, onPrint }: ToolsProps) => {
  const t = useTexts(standingsTexts);
  const reduced = useReducedMotion();
  return (
    <div className="row no-print">
      <button type="button" onClick={onMe}>
        {t('aroundMe')}
      </button>
      <button type="button" onClick={onExport}>
        {t('export')}
      </button>
      <button type="button" onClick={onPrint}>
        {t('print')}
      </button>
      <label className="row small">
        <input
          type="checkbox"
          checked={animate && !reduced}
          disabled={reduced}
          onChange={({ target }) => onAnimate(target.checked)}
        />
        {t('animate')} {reduced && <span className="muted">({t('reduced')})</span>}
      </label>
    </div>
  );
};
