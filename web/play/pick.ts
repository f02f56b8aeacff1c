/** What a player says of a match. `confidence`: 0 to 1 that the tendency is right; null: none stated. */
export interface Pick {
  readonly home: number;
  readonly away: number;
  readonly confidence: number | null;
}

/** A pick that is being made: a score may be missing yet. */
export interface Draft {
  readonly home: number | undefined;
  readonly away: number | undefined;
  readonly confidence: number | null;
}

/** A pick that the server has, at a version of its stream. */
export interface Handed {
  readonly predictionId: string;
  readonly version: number;
  /** null: it was withdrawn. */
  readonly pick: Pick | null;
}

/** A request on its way, or one of which nobody knows whether it arrived: it is sent again under the same key. */
export interface Sent {
  readonly pick: Pick;
  /** Idempotency-Key. */
  readonly key: string;
  /** The version that it is to change; undefined: there is none yet. */
  readonly base: number | undefined;
}

/**
 * What one sees of a pick. `dirty`: on the screen only, about to be sent. `failed`: not handed in, tried again by itself when
 * `again` is known. `locked`: came too late. `conflict`: it was changed elsewhere meanwhile.
 */
export type Status =
  | 'untouched'
  | 'incomplete'
  | 'dirty'
  | 'saving'
  | 'saved'
  | 'failed'
  | 'refused'
  | 'locked'
  | 'conflict';

/** One match's pick: what the server has, what is on the screen, what is under way. */
export interface Entry {
  readonly status: Status;
  readonly handed?: Handed | undefined;
  readonly draft?: Draft | undefined;
  readonly sent?: Sent | undefined;
  /** What was sent last without an answer. */
  readonly again?: Sent | undefined;
  /** Why it was refused, in the server's words. */
  readonly reason?: string | undefined;
}

export type PickEvent =
  | { readonly type: 'edited'; readonly draft: Draft }
  /** It is time to send; `key` is for a request that is not a repetition. */
  | { readonly type: 'due'; readonly key: string }
  | { readonly type: 'answered'; readonly predictionId: string; readonly version: number }
  | { readonly type: 'unreachable' }
  | { readonly type: 'refused'; readonly code: string; readonly reason: string }
  | { readonly type: 'seen'; readonly handed: Handed | undefined }
  /** In a conflict: mine counts, or theirs. */
  | { readonly type: 'chosen'; readonly mine: boolean }
  /** What is not handed in is thrown away. */
  | { readonly type: 'dropped' };

export const untouched: Entry = { status: 'untouched' };

const complete = ({ home, away, confidence }: Draft): Pick | undefined =>
  home === undefined || away === undefined ? undefined : { home, away, confidence };

const same = (a: Draft | null | undefined, b: Draft | null | undefined): boolean =>
  a?.home === b?.home && a?.away === b?.away && a?.confidence === b?.confidence;

/** Codes of refusals that mean: somebody else, or another device of mine, has changed it. */
const OTHERS = new Set(['precondition-failed', 'already-exists', 'conflict', 'unknown-prediction']);

/** The status of an entry on which nothing is under way. */
const resting = (handed: Handed | undefined, draft: Draft | undefined): Entry => {
  const pick = handed?.pick ?? undefined;
  if (draft === undefined || same(draft, pick)) return { status: pick ? 'saved' : 'untouched', handed };
  return { status: complete(draft) ? 'dirty' : 'incomplete', handed, draft };
};

const edited = (entry: Entry, draft: Draft): Entry => {
  const next = resting(entry.handed, draft);
  // What is under way has an answer still to come; until then the screen's draft is kept, also where it is the old pick again.
  if (entry.sent) return { ...next, draft, sent: entry.sent, status: complete(draft) ? 'dirty' : 'incomplete' };
  // Nobody knows whether the last request arrived: the old pick has to be said again.
  if (entry.again && next.status === 'saved')
    return { status: 'dirty', handed: entry.handed, draft, again: entry.again };
  return { ...next, again: entry.again };
};

const due = (entry: Entry, key: string): Entry => {
  const pick = entry.draft && complete(entry.draft);
  if (pick === undefined || entry.sent || (entry.status !== 'dirty' && entry.status !== 'failed')) return entry;
  const { again, handed, draft } = entry;
  const base = handed?.pick ? handed.version : undefined;
  const sent = again && same(again.pick, pick) && again.base === base ? again : { pick, key, base };
  return { status: 'saving', handed, draft, sent };
};

const answered = ({ sent, draft }: Entry, predictionId: string, version: number): Entry =>
  resting({ predictionId, version, pick: sent?.pick ?? null }, draft);

const refused = (entry: Entry, code: string, reason: string): Entry => {
  const { handed, draft } = entry;
  if (code === 'locked') return { status: 'locked', handed, draft, reason };
  return { status: OTHERS.has(code) ? 'conflict' : 'refused', handed, draft, reason };
};

const seen = (entry: Entry, handed: Handed | undefined): Entry => {
  // An older state than one that was shown is never shown.
  if (entry.sent || (handed?.version ?? 0) <= (entry.handed?.version ?? 0)) return entry;
  const next = resting(handed, entry.draft);
  if (next.draft === undefined || entry.status === 'locked')
    return { ...next, ...(next.draft && { status: 'locked' }) };
  // A draft of mine was made on what is no longer there.
  return handed?.pick ? { ...next, status: 'conflict' } : next;
};

/** What becomes of a pick. A pure function: `test/web/play` has its laws. */
export const next = (entry: Entry, event: PickEvent): Entry => {
  switch (event.type) {
    case 'edited':
      return entry.status === 'locked' || entry.status === 'conflict' ? entry : edited(entry, event.draft);
    case 'due':
      return due(entry, event.key);
    case 'answered':
      return answered(entry, event.predictionId, event.version);
    case 'unreachable':
      return { status: 'failed', handed: entry.handed, draft: entry.draft, again: entry.sent };
    case 'refused':
      return refused(entry, event.code, event.reason);
    case 'seen':
      return seen(entry, event.handed);
    case 'chosen':
      return event.mine ? resting(entry.handed, entry.draft) : resting(entry.handed, undefined);
    case 'dropped':
      return resting(entry.handed, undefined);
  }
};

/** Whether leaving now would lose something, or leave it unknown. */
export const isUnsaved = ({ status }: Entry): boolean =>
  status === 'dirty' || status === 'saving' || status === 'failed' || status === 'refused' || status === 'conflict';
