import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenStack, openLocalStack } from '../cli/local-stack.ts';
import { rawWritesPerSecond } from '../cli/season/raw-writes.ts';
import { organiserOf, playerOf } from '../cli/tokens.ts';
import { bundle } from '../local/functions/bundle.ts';
import type { Standings } from '../shared/application/read-models.ts';
import { median } from './median.ts';

/** `npm run bench` prints; it does not judge. Milliseconds on a shared machine are noise: the ratios mean more. */

const ROOT = join(import.meta.dirname, '..');
const SAMPLES = 20;
const COMPETITION = 'bench-cup';

/** Every variable that any function asks for, so that a bundle can be imported by itself. */
const VARIABLES = Object.fromEntries(
  [
    'EVENTS_TABLE',
    'INDEX_TABLE',
    'STANDINGS_TABLE',
    'STATISTICS_TABLE',
    'INBOX_TABLE',
    'AUDIT_TABLE',
    'ANCHORS_BUCKET',
    'ARCHIVE_BUCKET',
    'RETENTION_DAYS',
    'BUS_NAME',
    'QUARANTINE_URL',
    'ANCHORS_BUCKET',
    'SEGMENTS',
    'AHEAD_MINUTES',
    'HANDLER_NAME',
    'AWS_REGION',
  ].map(name => [name, 'bench']),
);

const importMs = (file: string): number => {
  const script = `const from = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - from); process.exit(0);`;
  const once = () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: VARIABLES, encoding: 'utf8' }));
  return median(Array.from({ length: 5 }, once));
};

const bundles = async (): Promise<void> => {
  const outDir = await mkdtemp(join(tmpdir(), 'matchday-bench-'));
  const names = readdirSync(join(ROOT, 'functions'));
  const built = await bundle(
    names.map(name => ({ name, path: join(ROOT, 'functions', name, 'handler.ts') })),
    outDir,
  );
  console.log('\nfunction              bundle    import');
  for (const { name, file, bytes } of built)
    console.log(
      `${name.padEnd(20)} ${String(Math.round(bytes / 1024)).padStart(4)} KiB  ${importMs(file).toFixed(0).padStart(4)} ms`,
    );
  await rm(outDir, { recursive: true });
};

const scoredOf = async ({ api }: OpenStack): Promise<number> => {
  const { standings } = await api.get<Standings>(organiserOf('demo'), `/v1/competitions/${COMPETITION}/standings`);
  return standings[0]?.scored ?? 0;
};

/** From the answer to a result until it shows in the standings. */
const answerToStandings = async (open: OpenStack, index: number): Promise<number> => {
  const matchId = `${COMPETITION}-${index}`;
  const kickOff = { at: '2030-01-01T15:00:00.000Z', timeKnown: true };
  open.stack.clock.set(new Date('2030-01-01T14:00:00.000Z'));
  await open.api.post(organiserOf('demo'), '/v1/matches', {
    matchId,
    competition: COMPETITION,
    home: 'Home',
    away: 'Away',
    kickOff,
  });
  await open.api.post(playerOf('demo', 'ann'), '/v1/predictions', {
    matchId,
    predicted: { home: 2, away: 1 },
    confidence: 0.9,
  });
  open.stack.clock.set(new Date('2030-01-01T17:00:00.000Z'));
  await open.stack.settled();
  await open.api.post(organiserOf('demo'), `/v1/matches/${matchId}/finish`, {
    result: { fullTime: { home: 2, away: 1 } },
  });
  const from = performance.now();
  while ((await scoredOf(open)) <= index) await new Promise(resolve => setTimeout(resolve, 2));
  return performance.now() - from;
};

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

const stack = async (): Promise<void> => {
  await using open = await openLocalStack({ say: line => console.error(line) });
  console.log(
    `\nsynthesized in ${(open.took.synthesis / 1000).toFixed(1)} s, serving ${(open.took.start / 1000).toFixed(1)} s later`,
  );
  const latencies: number[] = [];
  for (let index = 0; index < SAMPLES; index += 1) latencies.push(await answerToStandings(open, index));
  console.log(`answer to a result -> standings: ${median(latencies).toFixed(0)} ms (median of ${SAMPLES})`);
  const { runtime, dynamodb } = open.stack.memory();
  console.log(`memory: ${megabytes(runtime)} runtime and functions, ${megabytes(dynamodb)} DynamoDB Local`);
  console.log(`raw PutItems a second: ${Math.round(await rawWritesPerSecond(open.stack))}`);
};

await bundles();
await stack();
