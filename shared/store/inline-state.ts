import type { AnyEvent, Reducer } from '../application/event-store.ts';
import type { StreamToken, TokenHistory } from '../application/stream-token.ts';
import { type CommitItem, itemBytes } from './commit-codec.ts';
import { digestsWithin } from './commit-digests.ts';

/** DynamoDB's limit for an item. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
export const MAX_ITEM_BYTES = 400 * 1024;
/** A write unit. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html */
const WRITE_UNIT_BYTES = 1024;
/** After this many commits without the state the next one bears it, whatever that costs: a fold reads back no further. */
export const COMMITS_WITHOUT_STATE = 16;
/**
 * Commits without the state for each write unit that it would cost: a write unit costs as much as five read units, and by so many
 * commits a load has to read back.
 */
const COMMITS_FOR_A_UNIT = 4;
/** A state larger than this is not stored: reading it would cost more than folding most streams. */
const MAX_STATE_BYTES = 32 * 1024;
/** Digests of earlier commits that the state leaves room for. */
const RESERVED_FOR_DIGESTS = 49;

/** A folded state as it is stored. */
export interface StoredState {
  /** `<reducer>@<version>` */
  readonly reducer: string;
  readonly json: string;
}

/** How a reducer is named with a state that it folded. */
export const reducerName = ({ name, version }: { readonly name: string; readonly version: number }): string =>
  `${name}@${version}`;

const isPlain = (value: object): boolean =>
  Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);

/**
 * A state as JSON that reads back as the same state.
 *
 * @throws TypeError naming the member that would not: a Set, a Date, NaN ...
 */
export const stateJson = (state: unknown): string =>
  JSON.stringify(state, function check(this: Readonly<Record<string, unknown>>, key, _converted) {
    const value = this[key];
    const survives =
      typeof value === 'object'
        ? value === null || isPlain(value)
        : typeof value !== 'number' || Number.isFinite(value);
    if (!survives) throw new TypeError(`the state does not survive JSON: "${key}" is ${String(value)}`);
    return value;
  });

/** The state that an item bears for this reducer; undefined when it bears none, another version's, or none that can be read. */
export const inlineStateOf = <State, Event extends AnyEvent>(
  item: CommitItem,
  reducer: Reducer<State, Event>,
): { readonly state: State } | undefined => {
  if (item.f === undefined || item.v !== reducerName(reducer)) return undefined;
  try {
    return { state: JSON.parse(item.f) as State };
  } catch {
    return undefined;
  }
};

const writeUnits = (bytes: number): number => Math.ceil(bytes / WRITE_UNIT_BYTES);
const toNextUnit = (bytes: number): number => writeUnits(bytes) * WRITE_UNIT_BYTES - bytes;

/** Bytes of an attribute with a name of one letter. */
const attributeBytes = (value: string): number => 1 + Buffer.byteLength(value);

/** Whether the state is stored: it crosses no write unit, or it is due. */
const bears = (bytes: number, stateBytes: number, { recent, sinceState }: TokenHistory): boolean => {
  if (stateBytes > MAX_STATE_BYTES || bytes + stateBytes > MAX_ITEM_BYTES) return false;
  const reserved = recent === '' ? 0 : 1 + Math.min(recent.length, RESERVED_FOR_DIGESTS);
  if (stateBytes + reserved <= toNextUnit(bytes)) return true;
  const units = writeUnits(bytes + stateBytes + reserved) - writeUnits(bytes);
  return sinceState + 1 >= Math.min(COMMITS_WITHOUT_STATE, COMMITS_FOR_A_UNIT * units);
};

/** The item with what can be made anew: the state, when it costs nothing or is due, and digests in the room that is left. */
export const withInlineState = (item: CommitItem, expected: StreamToken, state?: StoredState): CommitItem => {
  const { history } = expected;
  const bytes = itemBytes(item);
  const stateBytes = state ? attributeBytes(state.reducer) + attributeBytes(state.json) : 0;
  const stored = state && bears(bytes, stateBytes, history) ? state : undefined;
  const digests = digestsWithin(history, toNextUnit(stored ? bytes + stateBytes : bytes) - 1);
  return {
    ...item,
    ...(stored && { v: stored.reducer, f: stored.json }),
    ...(digests !== '' && { c: digests }),
  };
};
