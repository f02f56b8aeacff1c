import { ReceiptError } from '../domain/proof/check.ts';
import type { Proof } from '../domain/proof/proof.ts';
import { makeReceipt, type Receipt } from '../domain/proof/receipt.ts';
import { kickOffOf } from '../domain/proof/statement.ts';
import { streamNamed } from '../events/stream-names.ts';
import { matchStream } from '../events/streams.ts';
import type { AnchorLog } from './anchors.ts';
import type { Chains, StoredCommit } from './chains.ts';
import type { Sha256 } from './merkle.ts';
import { proveCommit } from './proof.ts';

/** What receipts are made from. */
export interface ReceiptSources {
  readonly chains: Chains;
  readonly anchors: AnchorLog;
  readonly sha256: Sha256;
}

/** For a pick: the commit that set the match's kick-off as it was known then. */
const kickOffFor = async (
  { chains, anchors, sha256 }: ReceiptSources,
  tenantId: string,
  { commit }: StoredCommit,
  version: number,
): Promise<Proof | undefined> => {
  const event = commit.events[version - commit.firstVersion];
  if (event?.type !== 'prediction.created' && event?.type !== 'prediction.revised') return undefined;
  const known = event.type === 'prediction.created' ? event.data.matchVersion : undefined;
  const match = await chains.read(tenantId, matchStream(event.data.matchId));
  const before = match.filter(own =>
    known === undefined ? own.commit.occurredAt <= commit.occurredAt : own.commit.firstVersion <= known,
  );
  const setting = before.findLast(({ item }) => kickOffOf(item) !== undefined);
  return setting && proveCommit(anchors, sha256, setting.item);
};

/**
 * Makes the receipt of an event: see docs/receipts.md.
 *
 * @throws ReceiptError when there is no such event; NotAnchoredError; AnchorError; what the sources throw
 */
export const issueReceipt = async (sources: ReceiptSources, tenantId: string, eventId: string): Promise<Receipt> => {
  const [, stream = '', version = ''] = /^(.+):([1-9]\d*)$/s.exec(eventId) ?? [];
  const ref = streamNamed(stream);
  if (!ref) throw new ReceiptError(`${eventId} is no event's id: STREAM:VERSION`);
  const commits = await sources.chains.read(tenantId, ref);
  const stored = commits.findLast(({ commit }) => commit.firstVersion <= Number(version));
  if (!stored) throw new ReceiptError(`${tenantId} has no event ${eventId}`);
  const proof = await proveCommit(sources.anchors, sources.sha256, stored.item);
  const kickOff = await kickOffFor(sources, tenantId, stored, Number(version));
  return makeReceipt(sources.sha256, eventId, proof, kickOff);
};
