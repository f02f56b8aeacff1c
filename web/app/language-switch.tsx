import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language, speak } from '../i18n/language.ts';
import { useTexts } from '../i18n/texts.ts';
import { appTexts } from './texts.ts';

/** Each language calls itself by its own name. */
const OWN_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** Chooses the language of the page. */
export const LanguageSwitch = () => {
  const t = useTexts(appTexts);
  const { i18n } = useTranslation();
  return (
    <label className="row small">
      {t('language')}
      <select value={i18n.language} onChange={({ target }) => void speak(target.value as Language)}>
        {LANGUAGES.map(one => (
          <option key={one} value={one} lang={one}>
            {OWN_NAMES[one]}
          </option>
        ))}
      </select>
    </label>
  );
};
