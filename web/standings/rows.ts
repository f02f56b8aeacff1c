/** Pages of a table as one list. A row that moved between two readings may be on two pages: the first one counts. */
export const rowsOf = <Row extends { readonly playerId: string }>(
  pages: readonly { readonly standings: readonly Row[] }[],
): readonly Row[] => {
  const rows = new Map<string, Row>();
  for (const { standings } of pages)
    for (const row of standings) if (!rows.has(row.playerId)) rows.set(row.playerId, row);
  return [...rows.values()];
};

/** By how many rows each row has come down from its old place: what it is to be shown moving by. */
export const shiftsOf = (before: readonly string[], now: readonly string[]): ReadonlyMap<string, number> => {
  const places = new Map(before.map((key, place) => [key, place]));
  return new Map(
    now.flatMap((key, place) => {
      const old = places.get(key);
      return old === undefined || old === place ? [] : [[key, old - place] as const];
    }),
  );
};
