import type { ReactNode } from 'react';
import { useTexts } from '../i18n/texts.ts';
import { uiTexts } from './texts.ts';

/** What one may do at the end of a form or a dialog, and the way out of it. */
export const Actions = ({ onCancel, children }: { readonly onCancel: () => void; readonly children: ReactNode }) => {
  const t = useTexts(uiTexts);
  return (
    <div className="row">
      {children}
      <button type="button" onClick={onCancel}>
        {t('cancel')}
      </button>
    </div>
  );
};
