import { speak, useLanguage } from '../i18n/language.ts';
import { LanguageSelect } from '../i18n/language-select.tsx';
import { useTexts } from '../i18n/texts.ts';
import { appTexts } from './texts.ts';

/** Chooses the language of the page. */
export const LanguageSwitch = () => {
  const t = useTexts(appTexts);
  return <LanguageSelect label={t('language')} value={useLanguage()} choose={language => void speak(language)} />;
};
