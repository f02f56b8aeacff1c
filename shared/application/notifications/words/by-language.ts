import type { Language } from '../language.ts';
import { GERMAN } from './de.ts';
import { ENGLISH } from './en.ts';
import type { Words } from './words.ts';

/** The words of each language. */
export const WORDS: Readonly<Record<Language, Words>> = { en: ENGLISH, de: GERMAN };
