import { createHash } from 'node:crypto';
import { idSchema } from '../../shared/events/schemas.ts';

/** Characters of the hash that tells apart names which look alike as ids. */
const HASH = 8;

/** The id of a player with this name: the name itself when it may be one, else what is left of it and a hash. */
export const playerIdOf = (name: string): string => {
  if (idSchema.safeParse(name).success && name.length <= 60) return name;
  const slug = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const hash = createHash('sha256').update(name).digest('hex').slice(0, HASH);
  return slug === '' ? `player-${hash}` : `${slug}-${hash}`;
};
