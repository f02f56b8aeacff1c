import type { AnchorLog } from './anchors.ts';

/** Headers are half a kilobyte. */
const HEADERS = 1024;
/** Texts of lines are up to half a megabyte. */
const TEXTS = 12;

/** Does a task once for each key, and keeps the last answers. One that failed is asked for again. */
const remembered = <Key, T>(limit: number, task: (key: Key) => Promise<T>): ((key: Key) => Promise<T>) => {
  const known = new Map<Key, Promise<T>>();
  return key => {
    const answer = known.get(key) ?? task(key);
    known.delete(key);
    known.set(key, answer);
    answer.catch(() => known.delete(key));
    for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size - limit))) known.delete(oldest);
    return answer;
  };
};

/** Anchors for who reads the same ones often: what was written cannot change, so that only the newest is asked for again. */
export const rememberedAnchors = (log: AnchorLog): AnchorLog => ({
  newest: () => log.newest(),
  at: remembered(HEADERS, number => log.at(number)),
  read: remembered(TEXTS, key => log.read(key)),
  write: anchor => log.write(anchor),
});
