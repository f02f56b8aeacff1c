import { ReceiptError } from './check.ts';
import { type ChainItem, readBytes, readSortKey } from './commit.ts';
import { headerOf, type Proof } from './proof.ts';

/** What a receipt says, read out of the bytes that it proves. */
export interface Statement {
  readonly tenantId: string;
  readonly eventId: string;
  readonly type: string;
  readonly actor: string;
  /** Server time of the commit. */
  readonly occurredAt: string;
  /** The commit was in the ledger by then at the latest, whatever the server's clock said. */
  readonly anchoredAt: string;
  readonly data: unknown;
  /** For a prediction: the kick-off as the match had it then, and whether the commit was in time for it. */
  readonly deadline?: { readonly kickOff: string | null; readonly inTime: boolean };
}

/** `<stream>:<version>` */
const EVENT_ID = /^(.+):([1-9]\d*)$/s;

const eventOf = ({ s, n, b }: ChainItem, eventId: string) => {
  const [, stream, version] = EVENT_ID.exec(eventId) ?? [];
  const place = readSortKey(s);
  const bytes = readBytes(b);
  const index = Number(version) - (place?.version ?? 0);
  const event = place?.stream === stream && index < n ? bytes?.events[index] : undefined;
  if (!bytes || !event) throw new ReceiptError(`${eventId} is not in the commit ${s}`);
  return { bytes, event };
};

/** Events of a match that say when it kicks off, or that nobody knows. */
const KICK_OFF_EVENTS: readonly string[] = [
  'match.scheduled',
  'match.rescheduled',
  'match.postponed',
  'match.reinstated',
];

/** The kick-off that a commit of a match set; undefined when it set none. `null`: it was taken away. */
export const kickOffOf = (commit: ChainItem): string | null | undefined => {
  const events = readBytes(commit.b)?.events ?? [];
  const setting = events.findLast(({ type }) => KICK_OFF_EVENTS.includes(type));
  if (!setting) return undefined;
  const { kickOff } = (setting.data ?? {}) as { readonly kickOff?: { readonly at?: unknown } };
  return typeof kickOff?.at === 'string' ? kickOff.at : null;
};

/** The tenant whose commit it is. */
const tenantOf = ({ p }: ChainItem): string => p.slice(0, p.indexOf('#'));

/** The kick-off that the second proof has for the event of the first. @throws ReceiptError when it has none for it */
export const deadlineOf = (eventId: string, { commit }: Proof, kickOff: Proof): string | null => {
  const { matchId } = (eventOf(commit, eventId).event.data ?? {}) as { readonly matchId?: unknown };
  if (kickOff.commit.p !== `${tenantOf(commit)}#match-${String(matchId)}`)
    throw new ReceiptError('the kick-off is that of another match');
  const instant = kickOffOf(kickOff.commit);
  if (instant === undefined) throw new ReceiptError('the commit of the match sets no kick-off');
  return instant;
};

/** What proofs say, whether they hold or not. @throws ReceiptError, AnchorError when they cannot be read */
export const statementOf = (eventId: string, proof: Proof, kickOff: Proof | undefined): Statement => {
  const { bytes, event } = eventOf(proof.commit, eventId);
  const statement = {
    tenantId: tenantOf(proof.commit),
    eventId,
    type: event.type,
    actor: bytes.actor,
    occurredAt: bytes.at,
    anchoredAt: headerOf(proof).instant,
    data: event.data,
  };
  if (!kickOff) return statement;
  const instant = deadlineOf(eventId, proof, kickOff);
  const inTime = instant === null || Date.parse(bytes.at) < Date.parse(instant);
  return { ...statement, deadline: { kickOff: instant, inTime } };
};
