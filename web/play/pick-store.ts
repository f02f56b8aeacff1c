import type { MatchdayClient } from '../../client/client.ts';
import { asked, NetworkError, ProblemError } from '../api/problem.ts';
import { type Entry, type Handed, isUnsaved, next, type PickEvent, untouched } from './pick.ts';

/** How long one may still change one's mind before it is sent. Milliseconds. */
const SETTLE_MS = 700;
/** Until what nobody answered is sent again. Milliseconds. */
const RETRY_MS = 4000;

/** Where drafts survive a closed tab: the browser's storage. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface PickStoreOptions {
  readonly api: MatchdayClient;
  /** Whose picks: drafts of another are not shown. */
  readonly owner: string;
  readonly storage: DraftStorage;
  /** Told when the server has a pick that it did not have before. */
  readonly onSaved: (matchId: string, eventId: string | undefined) => void;
}

/** A player's picks of all matches that were looked at: they go on being saved when the screen is left. */
export interface PickStore {
  readonly entry: (matchId: string) => Entry;
  readonly subscribe: (listener: () => void) => () => void;
  readonly tell: (matchId: string, event: PickEvent) => void;
  /** Sends at once what is not handed in. */
  readonly retry: (matchId?: string) => void;
  readonly withdraw: (matchId: string, reason: string) => Promise<void>;
  readonly unsaved: () => number;
  /** Stops sending. */
  readonly close: () => void;
}

interface Answer {
  readonly predictionId: string;
  readonly version: number;
  readonly events: readonly string[];
}

/** Hands in a pick: a new prediction, or the next version of the one that was seen. */
const hand = async (api: MatchdayClient, matchId: string, { sent, handed }: Entry): Promise<Answer> => {
  if (!sent) throw new Error('nothing to send');
  const { pick, key, base } = sent;
  const body = { predicted: { home: pick.home, away: pick.away }, confidence: pick.confidence };
  const headers = { 'idempotency-key': key };
  if (base === undefined || !handed)
    return (await asked(api.POST('/v1/predictions', { body: { matchId, ...body }, headers }))).data;
  const path = { predictionId: handed.predictionId };
  const request = api.POST('/v1/predictions/{predictionId}/revise', {
    params: { path },
    body,
    headers: { ...headers, 'if-match': `"${base}"` },
  });
  return (await asked(request)).data;
};

/** What the ledger has of one's own prediction; undefined: nothing. */
const look = async (api: MatchdayClient, predictionId: string): Promise<Handed | undefined> => {
  const request = api.GET('/v1/predictions/{predictionId}', { params: { path: { predictionId } } });
  const { data } = await asked(request).catch((error: unknown) => {
    if (error instanceof ProblemError && error.status === 404) return { data: undefined };
    throw error;
  });
  if (!data) return undefined;
  const pick = data.status === 'placed' ? { ...data.pick.predicted, confidence: data.pick.confidence } : null;
  return { predictionId, version: data.version, pick };
};

const eventFor = (error: unknown): PickEvent => {
  if (error instanceof ProblemError && error.retryAfter === undefined && error.status < 500)
    return { type: 'refused', code: error.code, reason: error.message };
  return { type: 'unreachable' };
};

/** The drafts that were not handed in when the page was left. */
const keptDrafts = (storage: DraftStorage, name: string): Map<string, Entry> => {
  const text = storage.getItem(name);
  const drafts = text === null ? [] : (JSON.parse(text) as readonly (readonly [string, Entry['draft']])[]);
  return new Map(drafts.flatMap(([id, draft]) => (draft ? [[id, next(untouched, { type: 'edited', draft })]] : [])));
};

/** Opens the picks of a player, with the drafts that an earlier visit did not hand in. */
export const createPickStore = ({ api, owner, storage, onSaved }: PickStoreOptions): PickStore => {
  const name = `matchday.drafts.${owner}`;
  const entries = keptDrafts(storage, name);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const listeners = new Set<() => void>();
  const entry = (matchId: string): Entry => entries.get(matchId) ?? untouched;

  const keep = (): void => {
    const drafts = [...entries].flatMap(([id, { draft }]) => (draft ? [[id, draft]] : []));
    if (drafts.length === 0) storage.removeItem(name);
    else storage.setItem(name, JSON.stringify(drafts));
  };

  const tell = (matchId: string, event: PickEvent): void => {
    const before = entry(matchId);
    const after = next(before, event);
    if (after === before) return;
    entries.set(matchId, after);
    keep();
    for (const listener of listeners) listener();
    plan(matchId, after);
    if (after.sent && after.sent !== before.sent) void send(matchId);
  };

  /** When it is sent, if nothing else happens. */
  const plan = (matchId: string, { status, sent }: Entry): void => {
    clearTimeout(timers.get(matchId));
    if (sent) return;
    const wait = status === 'dirty' ? SETTLE_MS : RETRY_MS;
    if (status !== 'dirty' && status !== 'failed') return;
    timers.set(
      matchId,
      setTimeout(() => tell(matchId, { type: 'due', key: crypto.randomUUID() }), wait),
    );
  };

  const send = async (matchId: string): Promise<void> => {
    try {
      const { predictionId, version, events } = await hand(api, matchId, entry(matchId));
      tell(matchId, { type: 'answered', predictionId, version });
      onSaved(matchId, events.at(-1));
    } catch (error) {
      if (!(error instanceof ProblemError || error instanceof NetworkError)) console.error('a pick failed', error);
      tell(matchId, eventFor(error));
      if (entry(matchId).status === 'conflict') await reread(matchId);
    }
  };

  const reread = async (matchId: string): Promise<void> => {
    const id = `${matchId}.${owner.split('/').at(-1)}`;
    const handed = await look(api, id).catch(() => undefined);
    if (handed) tell(matchId, { type: 'seen', handed });
  };

  const retry = (matchId?: string): void => {
    for (const id of matchId === undefined ? [...entries.keys()] : [matchId])
      tell(id, { type: 'due', key: crypto.randomUUID() });
  };

  const withdraw = async (matchId: string, reason: string): Promise<void> => {
    const { handed } = entry(matchId);
    if (!handed?.pick) return;
    const { predictionId, version } = handed;
    const request = api.POST('/v1/predictions/{predictionId}/cancel', {
      params: { path: { predictionId } },
      body: { reason },
      headers: { 'if-match': `"${version}"` },
    });
    const { data } = await asked(request);
    tell(matchId, { type: 'dropped' });
    tell(matchId, { type: 'seen', handed: { predictionId, version: data.version, pick: null } });
    onSaved(matchId, data.events.at(-1));
  };

  const online = (): void => retry();
  globalThis.addEventListener?.('online', online);
  for (const [matchId, kept] of entries) plan(matchId, kept);
  return {
    entry,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell,
    retry,
    withdraw,
    unsaved: () => [...entries.values()].filter(isUnsaved).length,
    close: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      globalThis.removeEventListener?.('online', online);
    },
  };
};
