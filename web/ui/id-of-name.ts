/** Characters of an id that is made from a name. */
const LONGEST = 40;

/** German letters are written out as people do; marks of other letters are left away. */
const SPELT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe' };

/**
 * An id that suits a name; empty when nothing of the name can be in one.
 *
 * @example
 * idOfName('Büro & Söhne'); // 'buero-soehne'
 */
export const idOfName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[äöüßæø]/g, letter => SPELT[letter] ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '');
