/** The languages in which players are told. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** That of who has chosen none. */
export const DEFAULT_LANGUAGE: Language = 'en';

/** The same for each language. */
export const inEach = <T>(make: (language: Language) => T): Readonly<Record<Language, T>> => ({
  en: make('en'),
  de: make('de'),
});
