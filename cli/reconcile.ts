import { type StoredCommit, type Swept, sweep, type Window, windowOf } from '../shared/application/sweep.ts';
import { storedCommits } from '../shared/store/stored-commits.ts';
import { type BooksOptions, type OpenBooks, openBooks, withBooksOptions } from './ledger/books.ts';
import { checkCommand, commitsBar, misuse } from './ledger/check-command.ts';
import { runCli } from './run-cli.ts';
import { say } from './say.ts';

interface Arguments extends BooksOptions {
  readonly since?: string;
  readonly until?: string;
  readonly repair?: boolean;
  readonly quarantined?: boolean;
}

const program = withBooksOptions(
  checkCommand('reconcile')
    .description(
      'Compares what is stored with what is on record as published. Exit code 0: all is published; 1: not. Not for this is what is on its way: on AWS the last hour is left out.',
    )
    .option('--since <instant>', 'compare commits from then on; absent: 40 days, or on this machine all')
    .option('--until <instant>', 'compare commits before then')
    .option('--repair', 'publish what is missing')
    .option('--quarantined', 'with --repair: publish again also what is in quarantine, when its cause is mended'),
).parse();

const instant = (text: string | undefined, otherwise: number): number => {
  const time = text === undefined ? otherwise : Date.parse(text);
  if (Number.isNaN(time)) throw misuse(`"${text}" is no instant.`);
  return time;
};

const windowFor = ({ since, until, stage }: Arguments): Window => {
  const all = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  // On this machine the record never expires, and the clock may be another.
  const usual = stage === undefined ? all : windowOf(new Date(), undefined);
  return { from: instant(since, usual.from), to: instant(until, usual.to) };
};

async function* counted(
  { client, table }: OpenBooks,
  onProgress: (commits: number) => void,
): AsyncGenerator<readonly StoredCommit[]> {
  let commits = 0;
  for await (const page of storedCommits(client, table, { segment: 0, segments: 1 })) {
    yield page;
    commits += page.length;
    onProgress(commits);
  }
}

const report = ({ fates: { published, quarantined, missing, young, old }, first }: Swept): void => {
  const stored = published + quarantined + missing + young + old;
  say(`${stored} commits are stored: ${published} published, ${quarantined} in quarantine, ${missing} missing.`);
  if (young + old > 0) say(`Not compared: ${young} too young, ${old} older than what is asked for.`);
  for (const key of first) say(`MISSING ${key}`);
  if (missing > first.length) say(`... and ${missing - first.length} more`);
};

const reconcile = async (): Promise<number> => {
  const options = program.opts<Arguments>();
  using books = await openBooks(options);
  const window = windowFor(options);
  const relay = options.repair ? await books.openRelay() : undefined;
  const run = async (repair: boolean): Promise<Swept> => {
    const bar = await commitsBar(books.client, books.table);
    const ledger = counted(books, commits => bar.to(commits, ''));
    const { log } = books;
    const withQuarantined = options.quarantined === true;
    const swept = await sweep({ ledger, log, window, ...(repair && relay && { relay, withQuarantined }) });
    bar.end();
    return swept;
  };
  let swept = await run(options.repair === true);
  report(swept);
  if (options.repair) {
    say(`Now published, or put into quarantine: ${swept.closed}.`);
    if (swept.waiting > 0) say('The bus takes nothing: the rest waits.');
    // What is so now, and not what should be.
    swept = await run(false);
    report(swept);
  }
  return swept.fates.missing + swept.fates.quarantined === 0 ? 0 : 1;
};

await runCli(reconcile);
