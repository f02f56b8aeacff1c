import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalStack } from '../cli/local-stack.ts';
import { rawWritesPerSecond } from '../cli/season/raw-writes.ts';
import { bundle } from '../local/functions/bundle.ts';
import { NEEDED } from '../test/functions/needed.ts';
import { answerToStandings } from './api/requests.ts';
import { median } from './median.ts';

/** `npm run bench` prints; it does not judge. Milliseconds on a shared machine are noise: the ratios mean more. */

const ROOT = join(import.meta.dirname, '..');
const SAMPLES = 20;

/** Every variable that any function asks for, so that a bundle can be imported by itself. */
const VARIABLES = Object.fromEntries(['AWS_REGION', ...Object.values(NEEDED).flat()].map(name => [name, 'bench']));

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

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

const stack = async (): Promise<void> => {
  await using open = await openLocalStack({ say: line => console.error(line) });
  console.log(
    `\nsynthesized in ${(open.took.synthesis / 1000).toFixed(1)} s, serving ${(open.took.start / 1000).toFixed(1)} s later`,
  );
  const latencies: number[] = [];
  for (let index = 0; index < SAMPLES; index += 1) latencies.push(await answerToStandings(open, index, 0));
  console.log(`answer to a result -> standings: ${median(latencies).toFixed(0)} ms (median of ${SAMPLES})`);
  const { runtime, dynamodb } = open.stack.memory();
  console.log(`memory: ${megabytes(runtime)} runtime and functions, ${megabytes(dynamodb)} DynamoDB Local`);
  console.log(`raw PutItems a second: ${Math.round(await rawWritesPerSecond(open.stack))}`);
};

await bundles();
await stack();
