/** Ids of one request, as the API takes them; and characters, for an address that every proxy lets pass. */
const LIMITS = { ids: 100, characters: 4000 };
/** Rows that come into view together are asked for together. Milliseconds. */
const TOGETHER_MS = 20;
/** Requests at a time, when a whole table is read. */
const WIDTH = 4;

/** Reads the names of these players; who has none is not in the answer. */
export type ReadNames = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

interface Wanted {
  readonly id: string;
  readonly found: (name: string | null) => void;
  readonly failed: (error: unknown) => void;
}

/** How many of these fit one request, from the first on; one at least. */
const fitting = (wanted: readonly Wanted[]): number => {
  let characters = 0;
  const end = wanted.findIndex(({ id }, index) => {
    characters += id.length + 1;
    return index >= LIMITS.ids || (index > 0 && characters > LIMITS.characters);
  });
  return end === -1 ? wanted.length : end;
};

/**
 * Names one by one, that are read many at a time: what is asked for within a moment makes one request.
 *
 * `dataloader` does the like, but bounds a batch by its number of keys only: not by the characters of an address, and not how
 * many batches are under way at a time.
 *
 * @returns what gives the name of a player; null: none. It fails when the request that was for it fails
 */
export const inBatches = (read: ReadNames): ((id: string) => Promise<string | null>) => {
  let waiting: Wanted[] = [];
  let planned = false;
  let running = 0;
  const run = async (batch: readonly Wanted[]): Promise<void> => {
    running += 1;
    try {
      const names = await read([...new Set(batch.map(({ id }) => id))]);
      for (const { id, found } of batch) found(names.get(id) ?? null);
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
    running -= 1;
    if (!planned) send();
  };
  const send = (): void => {
    while (waiting.length > 0 && running < WIDTH) {
      const count = fitting(waiting);
      const batch = waiting.slice(0, count);
      waiting = waiting.slice(count);
      void run(batch);
    }
  };
  return id =>
    new Promise((found, failed) => {
      waiting.push({ id, found, failed });
      if (planned) return;
      planned = true;
      setTimeout(() => {
        planned = false;
        send();
      }, TOGETHER_MS);
    });
};
