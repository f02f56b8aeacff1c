import type { ChainFault } from '../shared/application/verify-chain.ts';
import { streamNamed } from '../shared/events/stream-names.ts';
import { placeOfStream } from '../shared/store/ledger-scan.ts';
import { checkCommand, commitsBar, misuse } from './ledger/check-command.ts';
import { type LedgerOptions, openLedger, withLedgerOptions } from './ledger/open.ts';
import { type Verified, type VerifyLedger, verifyLedger } from './ledger/verify.ts';
import { runCli } from './run-cli.ts';
import { say } from './say.ts';

interface Arguments extends LedgerOptions {
  readonly tenant?: string;
  readonly stream?: string;
}

const program = withLedgerOptions(
  checkCommand('verify')
    .description(
      'Recomputes the hash chain of every stream, and holds it against the newest anchors. Exit code 0: all is as it was written; 1: not.',
    )
    .option('--tenant <id>', 'only this tenant')
    .option('--stream <name>', 'only this stream of the tenant: match-..., prediction-MATCH.PLAYER, pool-...'),
).parse();

/** What of the ledger is asked for. @throws LocalRuntimeError for a stream that cannot be found by its name */
const scopeOf = ({ tenant, stream }: Arguments): Pick<VerifyLedger, 'tenantId' | 'stream'> => {
  if (stream === undefined) return tenant === undefined ? {} : { tenantId: tenant };
  const ref = streamNamed(stream);
  if (tenant === undefined || !ref)
    throw misuse('--stream needs --tenant, and the name of a match, prediction, pool or membership.');
  return { tenantId: tenant, stream: placeOfStream(tenant, ref) };
};

const sayFault = ({ kind, p, stream, version, commitId, expected, found }: ChainFault): void =>
  say(
    `${kind.toUpperCase()} ${p.slice(0, p.indexOf('#'))}/${stream} at version ${version}` +
      `${commitId === undefined ? '' : ` (commit ${commitId})`}: expected ${expected}, found ${found}`,
  );

const report = (verified: Verified): number => {
  const { faults, anchorFault, anchored, archived, archiveFaults, streams, commits, events, checkingMs } = verified;
  for (const fault of faults) sayFault(fault);
  for (const fault of archiveFaults) say(`ARCHIVE ${fault}`);
  if (anchorFault !== undefined) say(`ANCHORS ${anchorFault}`);
  const each = events === 0 ? 0 : (1000 * checkingMs) / events;
  say(`${streams} streams, ${commits} commits, ${events} events; ${each.toFixed(1)} µs an event to check.`);
  if (archived.streams > 0)
    say(`${archived.streams} streams begin in the archive, with ${archived.commits} of these commits.`);
  say(
    anchored === 0
      ? 'No anchor knows any of them: a tail that was cut off would not be seen.'
      : `${anchored} streams are anchored.`,
  );
  const sound = faults.length === 0 && anchorFault === undefined && archiveFaults.length === 0;
  say(sound ? 'All is as it was written.' : `${faults.length} streams are not as they were written.`);
  return sound ? 0 : 1;
};

const verify = async (): Promise<number> => {
  const options = program.opts<Arguments>();
  const scope = scopeOf(options);
  using ledger = await openLedger(options);
  const bar = await commitsBar(ledger.client, ledger.table);
  const verified = await verifyLedger({ ...ledger, ...scope, onProgress: commits => bar.to(commits, '') });
  bar.end();
  return report(verified);
};

await runCli(verify);
