/** Characters of an id that is made from a name. */
const LONGEST = 40;

const cut = (text: string): string => text.slice(0, LONGEST).replace(/-+$/, '');

/**
 * The id of who comes by this name, on a machine where nobody signs up: the name as an id may be, always the same. A name without a
 * Latin letter becomes the numbers of its characters.
 *
 * @example
 * playerIdOf('Ann Müller'); // 'ann-muller'
 */
export const playerIdOf = (name: string): string => {
  const latin = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '');
  if (cut(latin) !== '') return cut(latin);
  const numbers = [...name.trim()].map(character => character.codePointAt(0)?.toString(36));
  return cut(['player', ...numbers].join('-'));
};
