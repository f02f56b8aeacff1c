import { wordsOf } from './slug.ts';

/** The zone of each country code in openfootball's file names (`en.1.json`). A country of many zones has its league's usual one. */
const BY_CODE: Readonly<Record<string, string>> = {
  ar: 'America/Argentina/Buenos_Aires',
  at: 'Europe/Vienna',
  au: 'Australia/Sydney',
  be: 'Europe/Brussels',
  br: 'America/Sao_Paulo',
  ch: 'Europe/Zurich',
  // UEFA, in Nyon, gives the times of all its matches in its own.
  cl: 'Europe/Zurich',
  uefa: 'Europe/Zurich',
  cn: 'Asia/Shanghai',
  co: 'America/Bogota',
  cz: 'Europe/Prague',
  de: 'Europe/Berlin',
  dk: 'Europe/Copenhagen',
  dz: 'Africa/Algiers',
  ec: 'America/Guayaquil',
  eg: 'Africa/Cairo',
  en: 'Europe/London',
  es: 'Europe/Madrid',
  fi: 'Europe/Helsinki',
  fr: 'Europe/Paris',
  gr: 'Europe/Athens',
  hr: 'Europe/Zagreb',
  hu: 'Europe/Budapest',
  ie: 'Europe/Dublin',
  it: 'Europe/Rome',
  jp: 'Asia/Tokyo',
  ma: 'Africa/Casablanca',
  mls: 'America/New_York',
  mx: 'America/Mexico_City',
  nl: 'Europe/Amsterdam',
  no: 'Europe/Oslo',
  pl: 'Europe/Warsaw',
  pt: 'Europe/Lisbon',
  ro: 'Europe/Bucharest',
  ru: 'Europe/Moscow',
  sco: 'Europe/London',
  se: 'Europe/Stockholm',
  tr: 'Europe/Istanbul',
  ua: 'Europe/Kyiv',
  us: 'America/New_York',
};

/**
 * What a competition's name, in plain lower-case words, says of its country; the first that fits. Countries stand before
 * leagues: the Austrian Bundesliga and the Brazilian Serie A are not the German and the Italian.
 */
const BY_NAME: readonly (readonly [RegExp, keyof typeof BY_CODE])[] = [
  [/\b(uefa|champions league|europa league|conference league)\b/, 'uefa'],
  [/\b(scot\w*|sco)\b/, 'sco'],
  [/\b(austria\w*|osterr\w*|oesterr\w*)\b/, 'at'],
  [/\b(switzerland|swiss|schweiz\w*)\b/, 'ch'],
  [/\b(brazil\w*|bras\w*)\b/, 'br'],
  [/\b(argentin\w*)\b/, 'ar'],
  [/\b(belgi\w*|jupiler)\b/, 'be'],
  [/\b(russia\w*)\b/, 'ru'],
  [/\b(ukrain\w*)\b/, 'ua'],
  [/\b(egypt\w*)\b/, 'eg'],
  [/\b(algeria\w*)\b/, 'dz'],
  [/\b(moroc\w*|botola)\b/, 'ma'],
  [/\b(ireland|irish)\b/, 'ie'],
  [/\b(greece|greek|hellas|ethniki)\b/, 'gr'],
  [/\b(turk\w*|super lig)\b/, 'tr'],
  [/\b(poland|polish|ekstraklasa)\b/, 'pl'],
  [/\b(czech\w*|chance liga)\b/, 'cz'],
  [/\b(hungar\w*|nemzeti)\b/, 'hu'],
  [/\b(romania\w*)\b/, 'ro'],
  [/\b(croatia\w*|hnl)\b/, 'hr'],
  [/\b(denmark|danish)\b/, 'dk'],
  [/\b(swed\w*|allsvenskan)\b/, 'se'],
  [/\b(norw\w*|eliteserien)\b/, 'no'],
  [/\b(finland|finnish|veikkausliiga)\b/, 'fi'],
  [/\b(japan\w*|j1|j league)\b/, 'jp'],
  [/\b(china|chinese)\b/, 'cn'],
  [/\b(australia\w*|a league)\b/, 'au'],
  [/\b(major league soccer|mls)\b/, 'mls'],
  [/\b(mexic\w*|liga mx)\b/, 'mx'],
  [/\b(colombia\w*)\b/, 'co'],
  [/\b(ecuador\w*)\b/, 'ec'],
  [/\b(portug\w*|primeira liga|liga portugal)\b/, 'pt'],
  [/\b(spain|spanish|espan\w*|la liga|primera division|segunda division)\b/, 'es'],
  [/\b(netherlands|dutch|eredivisie|eerste divisie)\b/, 'nl'],
  [/\b(french|france|ligue)\b/, 'fr'],
  [/\b(ital\w*|serie [abc]|coppa)\b/, 'it'],
  [/\b(german\w*|deutsch\w*|dfb|bundesliga|3 liga)\b/, 'de'],
  [/\b(engl\w*|premier league|premiership|championship|league (one|two|1|2)|efl|fa cup)\b/, 'en'],
];

/** `2023-24_en.1.json`, `2023-24/de.cup.json`, `uefa.cl.json`, `mls.json`. */
const CODE = /(?:^|[^a-z])(?:([a-z]{2,4})\.(?:\d|cup|cl|el)|(mls|cl))(?:[.\d]|$)/;

const baseName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/**
 * The zone that a feed's local times are in, by the code in its file's name, else by the competition's name; undefined
 * when neither says (a World Cup is played in several).
 */
export const timeZoneOf = (competition: string, fileName: string | undefined): string | undefined => {
  const found = CODE.exec(baseName(fileName ?? '').toLowerCase());
  const byFile = BY_CODE[found?.[1] ?? found?.[2] ?? ''];
  if (byFile !== undefined) return byFile;
  const name = wordsOf(competition).join(' ');
  const code = BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
  return code === undefined ? undefined : BY_CODE[code];
};
