/** Letters that Unicode does not decompose into a base letter with a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** The words of a name in plain lower-case letters and digits: `Beşiktaş & Co.` has `besiktas`, `and`, `co`. */
export const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłıæœđðþ]/g, letter => LETTERS[letter] ?? letter)
    .replaceAll('&', ' and ')
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');

/** 32-bit FNV-1a: tells long names with a common beginning apart; no secret depends on it. */
const fingerprint = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
};

/** Words joined by hyphens, at most `limit` characters; what is too long ends in a fingerprint of the whole. */
export const slugOf = (words: readonly string[], limit: number): string => {
  const slug = words.join('-');
  if (slug.length <= limit) return slug;
  return `${slug.slice(0, limit - 8).replace(/-+$/, '')}-${fingerprint(slug)}`;
};
