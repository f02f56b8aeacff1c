import { Command } from 'commander';
import { exportTenant } from '../shared/store/tenant-export.ts';
import { type LedgerOptions, openLedger, withLedgerOptions } from './ledger/open.ts';
import { exportedLedger, folderFiles } from './ledger/transfer.ts';
import { progressBar } from './progress.ts';
import { runCli } from './run-cli.ts';

interface Arguments extends LedgerOptions {
  readonly tenant: string;
  readonly out: string;
}

const program = withLedgerOptions(
  new Command('export')
    .description('Writes every commit of a tenant into a folder, archived ones included: see docs/life-of-data.md.')
    .requiredOption('--tenant <id>', 'tenant')
    .requiredOption('--out <folder>', 'where to: a folder without an export'),
).parse();

await runCli(async () => {
  const { tenant, out, ...options } = program.opts<Arguments>();
  using ledger = await openLedger(options);
  const bar = progressBar(0, 'commits');
  const { streams, commits, events, parts } = await exportTenant({
    ledger: exportedLedger(ledger),
    files: folderFiles(out),
    tenantId: tenant,
    now: Date.now(),
    onProgress: count => bar.to(count, ''),
  });
  bar.end();
  process.stdout.write(`${streams} streams, ${commits} commits, ${events} events in ${parts.length} files: ${out}\n`);
  return 0;
});
