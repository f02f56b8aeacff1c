/** Does the tasks, `width` of them at a time; the first that fails fails all. */
export const inParallel = async <T>(
  width: number,
  items: Iterable<T>,
  task: (item: T) => Promise<unknown>,
): Promise<void> => {
  const queue = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) await task(next.value);
  };
  await Promise.all(Array.from({ length: width }, worker));
};
