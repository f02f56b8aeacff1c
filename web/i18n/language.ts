import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

/** Languages of the page. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'matchday.language';

const isLanguage = (text: string | null | undefined): text is Language => LANGUAGES.some(one => one === text);

/** What the visitor chose before; else the first of the browser's languages that the page speaks; else English. */
const preferred = (): Language => {
  const kept = globalThis.localStorage?.getItem(KEY);
  if (isLanguage(kept)) return kept;
  const spoken = globalThis.navigator?.languages ?? [];
  return spoken.map(tag => tag.slice(0, 2)).find(isLanguage) ?? 'en';
};

/** Starts the translations; texts come with the screens that use them. */
export const startI18n = (language: Language = preferred()): void => {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: {},
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  announce(language);
};

const announce = (language: Language): void => {
  if (globalThis.document) document.documentElement.lang = language;
};

/** The language that is spoken. */
export const useLanguage = (): Language => useTranslation().i18n.language as Language;

/** Speaks another language from now on, at the next visit too. */
export const speak = async (language: Language): Promise<void> => {
  localStorage.setItem(KEY, language);
  await i18next.changeLanguage(language);
  announce(language);
};
