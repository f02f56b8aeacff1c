import { useState } from 'react';
import { useTexts } from '../i18n/texts.ts';
import { appTexts } from './texts.ts';

const KEY = 'matchday.scheme';
const SCHEMES = ['auto', 'light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

const kept = (): Scheme => SCHEMES.find(one => one === localStorage.getItem(KEY)) ?? 'auto';

const apply = (scheme: Scheme): void => {
  if (scheme === 'auto') delete document.documentElement.dataset.scheme;
  else document.documentElement.dataset.scheme = scheme;
};

/** Applies what the visitor chose at an earlier visit. */
export const startScheme = (): void => apply(kept());

/** Dark, light, or as the system has it. */
export const SchemeSwitch = () => {
  const t = useTexts(appTexts);
  const [scheme, choose] = useState(kept);
  return (
    <label className="row small">
      {t('scheme')}
      <select
        value={scheme}
        onChange={({ target }) => {
          const chosen = target.value as Scheme;
          localStorage.setItem(KEY, chosen);
          apply(chosen);
          choose(chosen);
        }}
      >
        {SCHEMES.map(one => (
          <option key={one} value={one}>
            {t(one)}
          </option>
        ))}
      </select>
    </label>
  );
};
