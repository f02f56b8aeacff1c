const HOME = '/';

/** Where one is, as a path of this page: what an invite's link has in its fragment too. */
export const hereOf = ({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): string =>
  pathname + search + hash;

/**
 * Where one goes back to after sign-in, as an address of this page: never of another origin, whatever was kept.
 *
 * @example
 * addressOf('/join#code', 'https://matchday.example'); // 'https://matchday.example/join#code'
 * addressOf('//elsewhere.example', 'https://matchday.example'); // 'https://matchday.example/'
 */
export const addressOf = (kept: unknown, origin: string): string => {
  const wanted = typeof kept === 'string' && kept.startsWith('/') ? URL.parse(kept, origin) : null;
  return wanted?.origin === origin ? wanted.href : origin + HOME;
};
