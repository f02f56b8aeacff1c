import { idOfName } from '../ui/id-of-name.ts';

/**
 * The id of who comes by this name, on a machine where nobody signs up: the name as an id may be, always the same. A name without a
 * Latin letter becomes the numbers of its characters.
 *
 * @example
 * playerIdOf('Ann Müller'); // 'ann-mueller'
 */
export const playerIdOf = (name: string): string => {
  const numbers = [...name.trim()].map(character => character.codePointAt(0)?.toString(36));
  return idOfName(name) || idOfName(['player', ...numbers].join('-'));
};
