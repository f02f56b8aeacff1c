import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { issueReceipt } from '../shared/application/issue-receipt.ts';
import { ReceiptError } from '../shared/domain/proof/check.ts';
import { checkReceipt, receiptText } from '../shared/domain/proof/receipt.ts';
import { dynamoDBChains } from '../shared/store/chains-on.ts';
import { sha256 } from '../shared/store/hashing.ts';
import { type LedgerOptions, openLedger, withLedgerOptions } from './ledger/open.ts';
import { runCli } from './run-cli.ts';

interface Arguments extends LedgerOptions {
  readonly check?: string;
  readonly anchor?: string;
}

const program = withLedgerOptions(
  new Command('receipt')
    .description('Prints a receipt for an event, or checks one: see docs/receipts.md.')
    .argument('[tenant]', 'tenant')
    .argument('[event]', 'id of the event: STREAM:VERSION')
    .option('--check <file>', 'check this receipt; needs no stack')
    .option('--anchor <file>', 'the anchor as you have it from elsewhere: the receipt must be of this one'),
).parse();

const print = async (tenant: string, eventId: string, options: Arguments): Promise<number> => {
  using ledger = await openLedger(options);
  const { client, table, archive, log: anchors } = ledger;
  const sources = { chains: dynamoDBChains(client, table, archive), anchors, sha256 };
  process.stdout.write(receiptText(await issueReceipt(sources, tenant, eventId)));
  return 0;
};

const check = async (file: string, anchor: string | undefined): Promise<number> => {
  const text = readFileSync(file, 'utf8');
  const { statement, proof } = await checkReceipt(sha256, text);
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
