/** What an operation takes at most, in DynamoDB's units. */
export interface Units {
  readonly write: number;
  readonly read: number;
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html */
const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));
/** Of strongly consistent reads. */
const readUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 4096));

/**
 * What each operation of the event store takes on DynamoDB at most. Bytes are those of whole items; a commit's item takes
 * 290 bytes besides its events. `test/contracts/dynamodb-capacity.test.ts` holds the store to it.
 *
 * @public
 */
export const capacity = {
  /** Whether the stream is new or long. `bytes`: the item without its state, which is only borne where it costs nothing ... */
  append: (bytes: number): Units => ({ write: writeUnits(bytes), read: 0 }),
  /** ... or when it is due: after four commits for each write unit that it costs, 16 at most. */
  appendWithStateDue: (bytes: number, stateBytes: number): Units => ({
    write: writeUnits(bytes + stateBytes),
    read: 0,
  }),
  /** The failed condition costs a write of the larger item; it answers with the winner, so nothing is read. */
  conflict: (bytes: number, winnerBytes: number): Units => ({
    write: writeUnits(Math.max(bytes, winnerBytes)),
    read: 0,
  }),
  /** The last commit bears the state: at any length. `bytes`: its item. */
  loadState: (bytes: number): Units => ({ write: 0, read: readUnits(bytes) }),
  /** It does not: the last commit, then pages of 4 and 16 of those before it, back to one that does. */
  loadStateReadingBack: (...pageBytes: readonly number[]): Units => ({
    write: 0,
    read: pageBytes.reduce((sum, bytes) => sum + readUnits(bytes), 0),
  }),
  /** All commits that are read. */
  load: (bytes: number): Units => ({ write: 0, read: readUnits(bytes) }),
  /** All commits of the partition. */
  loadPartition: (bytes: number): Units => ({ write: 0, read: readUnits(bytes) }),
  /** What the outbox puts on record of the commits it published together, of one day. Of a hundred: 0.01 a commit. */
  recordPublished: (commits: number): Units => ({ write: writeUnits(60 + 8 * commits), read: 0 }),
  /** A repeated id among some fifty commits: the page with its commit. */
  repeat: (bytesOfPage: number): Units => ({ write: 0, read: readUnits(bytesOfPage) }),
} as const;
