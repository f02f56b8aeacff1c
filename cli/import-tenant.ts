import { Command } from 'commander';
import { dynamoDBInbox } from '../shared/store/dynamodb-inbox.ts';
import { importTenant } from '../shared/store/tenant-import.ts';
import { type LedgerOptions, openLedger, withLedgerOptions } from './ledger/open.ts';
import { folderFiles, importingLedger } from './ledger/transfer.ts';
import { progressBar } from './progress.ts';
import { runCli } from './run-cli.ts';

interface Arguments extends LedgerOptions {
  readonly tenant: string;
  readonly from: string;
}

const program = withLedgerOptions(
  new Command('import-tenant')
    .description('Brings an exported tenant to where it has nothing: see docs/life-of-data.md.')
    .requiredOption('--tenant <id>', 'the tenant it has to be of')
    .requiredOption('--from <folder>', 'what `npm run export` wrote'),
).parse();

await runCli(async () => {
  const { tenant, from, ...options } = program.opts<Arguments>();
  using ledger = await openLedger(options);
  const bar = progressBar(0, 'commits');
  const { commits, there } = await importTenant({
    ledger: importingLedger(ledger),
    inbox: dynamoDBInbox(ledger.client, await ledger.tableOf('Inbox')),
    files: folderFiles(from),
    tenantId: tenant,
    now: Date.now(),
    onProgress: count => bar.to(count, ''),
  });
  bar.end();
  process.stdout.write(`${commits} commits${there > 0 ? `, ${there} of them were there from an earlier try` : ''}\n`);
  return 0;
});
