import { LANGUAGES, type Language } from './language.ts';

/** Each language calls itself by its own name. */
const OWN_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

interface LanguageSelectProps {
  readonly label: string;
  readonly value: Language;
  readonly choose: (language: Language) => void;
}

/** Chooses one of the languages. */
export const LanguageSelect = ({ label, value, choose }: LanguageSelectProps) => (
  <label className="row small">
    {label}
    <select value={value} onChange={({ target }) => choose(target.value as Language)}>
      {LANGUAGES.map(one => (
        <option key={one} value={one} lang={one}>
          {OWN_NAMES[one]}
        </option>
      ))}
    </select>
  </label>
);
