import i18next from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from './language.ts';

type Messages = Readonly<Record<string, string>>;

/** The keys of English, without what i18next appends for a number of things. */
type Key<M> = keyof M & string extends infer K ? (K extends `${infer Base}_${'one' | 'other'}` ? Base : K) : never;

/** A screen's texts in every language. */
export interface Texts<M extends Messages> {
  readonly namespace: string;
  readonly messages: Readonly<Record<Language, Messages>>;
  /** Types only: keys are those of English. */
  readonly keys?: Key<M>;
}

/**
 * Declares a screen's texts. Every language has the same keys, which the compiler checks. `{{name}}` is replaced; `points_one` and
 * `points_other` are chosen by `count`.
 *
 * @example
 * export const texts = defineTexts('play', { en: { save: 'Save' }, de: { save: 'Speichern' } });
 */
export const defineTexts = <const M extends Messages>(
  namespace: string,
  messages: { readonly en: M; readonly de: { readonly [K in keyof M]: string } },
): Texts<M> => ({ namespace, messages });

/** Values for a text. */
export type Values = Readonly<Record<string, string | number>>;
export type Translate<M extends Messages> = (key: Key<M>, values?: Values) => string;

/** The screen's texts in the language that is spoken: the same function until another language is. */
export const useTexts = <M extends Messages>({ namespace, messages }: Texts<M>): Translate<M> => {
  for (const [language, own] of Object.entries(messages))
    if (!i18next.hasResourceBundle(language, namespace)) i18next.addResourceBundle(language, namespace, own);
  const { t } = useTranslation(namespace);
  return useCallback((key, values) => t(key as string, { ...values }), [t]);
};
