import { useTexts } from '../i18n/texts.ts';
import { useSession } from '../session/session.tsx';
import { uiTexts } from './texts.ts';

/** In place of what a competition would show. In the demo, where the next one comes from. */
export const NoCompetition = () => {
  const t = useTexts(uiTexts);
  const { config } = useSession();
  return (
    <p>
      {t('noCompetition')} {config.demo && t('pressPlay')}
    </p>
  );
};
