/** Characters of an id that tell namesakes apart, unless it takes more. */
const MARK = 8;

/** Names that look the same are the same: a look-alike of another's name is marked. */
const looksOf = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** The beginning of an id that no other of these ids has. */
const markAmong = (id: string, others: readonly string[]): string => {
  let length = MARK;
  while (others.some(other => other !== id && other.slice(0, length) === id.slice(0, length))) length += 1;
  return id.slice(0, length);
};

/** Who is called what on this page, and which of them are called the same. */
export interface Namesakes {
  /** @param name null: the player has none, and is called by the id */
  readonly put: (id: string, name: string | null) => void;
  readonly remove: (id: string) => void;
  /** What tells a player from others of the same name: the beginning of the id. undefined: nobody else has the name. */
  readonly markOf: (id: string) => string | undefined;
  /** Another number whenever somebody's mark may be another. */
  readonly version: () => number;
  /** @returns what ends it */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Knows nobody at first. */
export const createNamesakes = (): Namesakes => {
  const looks = new Map<string, string>();
  const bearers = new Map<string, Set<string>>();
  const unnamed = new Set<string>();
  const listeners = new Set<() => void>();
  let version = 0;
  const changed = (): void => {
    version += 1;
    for (const listener of listeners) listener();
  };
  const forget = (id: string): void => {
    const look = looks.get(id);
    if (look === undefined) return;
    const others = bearers.get(look);
    others?.delete(id);
    if (others?.size === 0) bearers.delete(look);
    looks.delete(id);
    unnamed.delete(id);
  };
  return {
    put: (id, name) => {
      const look = looksOf(name ?? id);
      if (looks.get(id) === look && unnamed.has(id) === (name === null)) return;
      forget(id);
      looks.set(id, look);
      if (name === null) unnamed.add(id);
      bearers.set(look, (bearers.get(look) ?? new Set()).add(id));
      changed();
    },
    remove: id => {
      if (!looks.has(id)) return;
      forget(id);
      changed();
    },
    markOf: id => {
      const others = bearers.get(looks.get(id) ?? '');
      // Who is called by the id is told by it.
      if (others === undefined || others.size < 2 || unnamed.has(id)) return undefined;
      return markAmong(id, [...others]);
    },
    version: () => version,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
