import { useTexts } from '../i18n/texts.ts';
import { uiTexts } from './texts.ts';

/** What openfootball, and whoever follows it, calls a matchday of a league. */
const MATCHDAY = /^Matchday (\d+)$/;

/** Names rounds as people read them: `Matchday 2` in their language, what has another name (`Quarter-finals`) as the feed calls it. */
export const useRoundTitle = (): ((round: string) => string) => {
  const t = useTexts(uiTexts);
  return round => {
    const number = MATCHDAY.exec(round)?.[1];
    return number === undefined ? round : t('matchday', { number });
  };
};
