import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { type ChainItem, isChainItem, readBytes, readSortKey } from '../shared/application/chain-items.ts';
import { startOf } from '../shared/application/event-store.ts';
import { type Hashing, type Proof, proveCommit, ReceiptError } from '../shared/application/proof.ts';
import { checkReceipt, kickOffOf, makeReceipt, receiptText } from '../shared/application/receipt.ts';
import { streamNamed } from '../shared/events/stream-names.ts';
import { matchStream, type StreamRef } from '../shared/events/streams.ts';
import { hashOf } from '../shared/store/commit-codec.ts';
import { withArchived } from '../shared/store/fill-gaps.ts';
import { sha256 } from '../shared/store/hashing.ts';
import { placeOfStream, readStream } from '../shared/store/ledger-scan.ts';
import { type LedgerOptions, type OpenLedger, openLedger, withLedgerOptions } from './ledger/open.ts';
import { runCli } from './run-cli.ts';

interface Arguments extends LedgerOptions {
  readonly check?: string;
  readonly anchor?: string;
}

const HASHING: Hashing = { sha256, hashOf };

const program = withLedgerOptions(
  new Command('receipt')
    .description('Prints a receipt for an event, or checks one: see docs/receipts.md.')
    .argument('[tenant]', 'tenant')
    .argument('[event]', 'id of the event: STREAM:VERSION')
    .option('--check <file>', 'check this receipt; needs no stack')
    .option('--anchor <file>', 'the anchor as you have it from elsewhere: the receipt must be of this one'),
).parse();

/** The commits of a stream, oldest first. */
const commitsOf = async (
  { client, table, archive }: OpenLedger,
  tenant: string,
  ref: StreamRef,
): Promise<readonly ChainItem[]> => {
  const items = await readStream(client, table, placeOfStream(tenant, ref));
  return (await withArchived(archive, startOf(tenant, ref), items)).filter(isChainItem);
};

const versionOf = ({ s }: ChainItem): number => readSortKey(s)?.version ?? 0;

/** For a pick: the commit that set the match's kick-off as it was known then. */
const kickOffFor = async (
  ledger: OpenLedger,
  tenant: string,
  commit: ChainItem,
  version: number,
): Promise<Proof | undefined> => {
  const bytes = readBytes(commit.b);
  const event = bytes?.events[version - versionOf(commit)];
  if (!bytes || !event || !['prediction.created', 'prediction.revised'].includes(event.type)) return undefined;
  const { matchId, matchVersion } = event.data as { readonly matchId: string; readonly matchVersion?: number };
  const match = await commitsOf(ledger, tenant, matchStream(matchId));
  const known = match.filter(own =>
    matchVersion === undefined ? (readBytes(own.b)?.at ?? '') <= bytes.at : versionOf(own) <= matchVersion,
  );
  const setting = known.findLast(own => kickOffOf(own) !== undefined);
  return setting && proveCommit(ledger.log, HASHING, setting);
};

const print = async (tenant: string, eventId: string, options: Arguments): Promise<number> => {
  const [, stream = '', version = ''] = /^(.+):([1-9]\d*)$/s.exec(eventId) ?? [];
  const ref = streamNamed(stream);
  if (!ref) throw new ReceiptError(`${eventId} is no event's id: STREAM:VERSION`);
  using ledger = await openLedger(options);
  const commits = await commitsOf(ledger, tenant, ref);
  const commit = commits.findLast(own => versionOf(own) <= Number(version));
  if (!commit) throw new ReceiptError(`${tenant} has no event ${eventId}`);
  const proof = await proveCommit(ledger.log, HASHING, commit);
  const kickOff = await kickOffFor(ledger, tenant, commit, Number(version));
  process.stdout.write(receiptText(makeReceipt(HASHING, eventId, proof, kickOff)));
  return 0;
};

const check = (file: string, anchor: string | undefined): number => {
  const text = readFileSync(file, 'utf8');
  const statement = checkReceipt(HASHING, text);
  const { proof } = JSON.parse(text) as { readonly proof: Proof };
  if (anchor !== undefined && readFileSync(anchor, 'utf8') !== proof.anchor.text)
    throw new ReceiptError(`the receipt is of another anchor than ${anchor}`);
  const { tenantId, eventId, type, actor, occurredAt, anchoredAt, deadline } = statement;
  const lines = [
    `The receipt holds: ${tenantId}/${eventId} (${type}) by ${actor}`,
    `  server time   ${occurredAt}`,
    ...(deadline
      ? [`  kick-off      ${deadline.kickOff ?? 'not set'}: ${deadline.inTime ? 'in time' : 'TOO LATE'}`]
      : []),
    `  anchored by   ${anchoredAt}`,
    `  anchor        ${proof.anchor.key}, SHA-256 ${proof.anchor.hash}`,
    ...(anchor === undefined ? ['Hold that hash against an anchor that you have from elsewhere (--anchor FILE).'] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
};

await runCli(async () => {
  const options = program.opts<Arguments>();
  const [tenant, event] = program.args;
  if (options.check !== undefined) return check(options.check, options.anchor);
  if (tenant !== undefined && event !== undefined) return print(tenant, event, options);
  program.outputHelp();
  return 2;
});
