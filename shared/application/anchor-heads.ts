import { type AnchoredCommit, type AnchorLine, type AnchorLog, makeAnchor, streamKey } from './anchors.ts';
import { type ChainItem, readSortKey } from './chain-items.ts';
import type { Sha256 } from './merkle.ts';
import { anchoredCommits } from './read-anchors.ts';

/** What of a commit is anchored. */
type AnchoredItem = Pick<ChainItem, 'p' | 's' | 'n' | 'h'>;

export interface AnchorHeads {
  readonly log: AnchorLog;
  readonly sha256: Sha256;
  /** All commits there are, in any order of streams; of one stream in order. */
  readonly ledger: AsyncIterable<readonly AnchoredItem[]>;
  readonly now: () => Date;
}

/** What an anchoring did. */
export interface Anchored {
  /** The anchor's number; undefined: nothing had changed, or another run was first. */
  readonly number: number | undefined;
  /** Streams that are in it. */
  readonly streams: number;
  /** Streams of which an anchored commit is gone or is another now. They stay anchored as they were. */
  readonly contradicted: readonly string[];
}

/** After this long an anchor has all streams again, so that nobody has to read back further. Milliseconds. */
const FULL_EVERY_MS = 24 * 3_600_000;

interface Stream {
  readonly p: string;
  readonly stream: string;
  readonly commits: { readonly version: number; readonly n: number; readonly hash: string }[];
}

/** The commits of each stream from the last anchored one on: the others need not be kept. */
const collect = async (
  ledger: AnchorHeads['ledger'],
  known: ReadonlyMap<string, readonly AnchoredCommit[]>,
): Promise<ReadonlyMap<string, Stream>> => {
  const streams = new Map<string, Stream>();
  for await (const items of ledger)
    for (const { p, s, n, h } of items) {
      const place = readSortKey(s);
      if (!place) continue;
      const key = streamKey({ p, stream: place.stream });
      const own = streams.get(key) ?? { p, stream: place.stream, commits: [] };
      streams.set(key, own);
      if (place.version >= (known.get(key)?.at(-1)?.[0] ?? 1)) own.commits.push({ version: place.version, n, hash: h });
    }
  return streams;
};

/** The commits up to the first gap: one that was appended during the scan may have been passed over, and is for the next anchor. */
const withoutGap = (from: number, commits: Stream['commits']): readonly AnchoredCommit[] => {
  const sound: AnchoredCommit[] = [];
  let expected = from;
  for (const { version, n, hash } of commits) {
    if (version !== expected) break;
    sound.push([version, hash]);
    expected += n;
  }
  return sound;
};

type Change = { readonly kind: 'new' | 'same' | 'contradicted'; readonly line: AnchorLine };

const changeOf = (stream: Stream, head: AnchoredCommit | undefined): Change | undefined => {
  const { p, stream: name, commits } = stream;
  const sound = withoutGap(head?.[0] ?? 1, commits);
  const own = { p, stream: name };
  if (head && sound[0]?.[1] !== head[1]) return { kind: 'contradicted', line: { ...own, commits: [head] } };
  const added = head ? sound.slice(1) : sound;
  if (added.length > 0) return { kind: 'new', line: { ...own, commits: added } };
  return head && { kind: 'same', line: { ...own, commits: [head] } };
};

const changesOf = (
  streams: ReadonlyMap<string, Stream>,
  known: ReadonlyMap<string, readonly AnchoredCommit[]>,
): readonly Change[] => {
  const gone = [...known].filter(([key]) => !streams.has(key));
  return [
    ...[...streams].flatMap(([key, stream]) => changeOf(stream, known.get(key)?.at(-1)) ?? []),
    ...gone.map(([key, commits]): Change => {
      const [p = '', stream = ''] = key.split('\n');
      return { kind: 'contradicted', line: { p, stream, commits: commits.slice(-1) } };
    }),
  ];
};

/**
 * Anchors the heads of all streams that changed since the newest anchor. A stream that contradicts what is anchored of it is
 * reported and stays anchored as it was: an anchor never covers up what an earlier one shows.
 *
 * @throws AnchorError when the anchors there are cannot be believed: then none is added
 */
export const anchorHeads = async ({ log, sha256, ledger, now }: AnchorHeads): Promise<Anchored> => {
  const known = await anchoredCommits(log, sha256);
  const newest = await log.newest();
  const changes = changesOf(await collect(ledger, known), known);
  const instant = now();
  const full = await isFullDue(log, newest?.header.number, instant);
  const lines = changes.filter(({ kind }) => full || kind === 'new').map(({ line }) => line);
  const contradicted = changes.filter(({ kind }) => kind === 'contradicted').map(({ line }) => streamKey(line));
  const nothing = { number: undefined, streams: 0, contradicted };
  if (lines.length === 0) return nothing;
  const anchor = makeAnchor(sha256, newest, { instant: instant.toISOString(), full, lines });
  if ((await log.write(anchor)) === 'taken') return nothing;
  return { number: (newest?.header.number ?? 0) + 1, streams: lines.length, contradicted };
};

/** Either way: a machine whose clock was set back has a full anchor of the old time, which says nothing of the new one. */
const isFullDue = async (log: AnchorLog, newest: number | undefined, now: Date): Promise<boolean> => {
  for (let number = newest ?? 0; number > 0; number -= 1) {
    const { header } = await log.at(number);
    if (header.full) return Math.abs(now.getTime() - Date.parse(header.instant)) >= FULL_EVERY_MS;
  }
  return true;
};
