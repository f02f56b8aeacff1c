import { parseArgs } from 'node:util';
import { type OpenStack, openLocalStack } from '../../cli/local-stack.ts';
import { openBare } from './bare.ts';
import { percentile } from './percentile.ts';
import { answerToStandings, prepare, REQUESTS } from './requests.ts';
import { unitsOf } from './units.ts';

/** `npm run bench:api` prints; it does not judge. Milliseconds on a shared machine are noise: the ratios mean more. */

const { values } = parseArgs({ options: { rounds: { type: 'string' }, effects: { type: 'string' } } });
const ROUNDS = Number(values.rounds ?? 300);
const EFFECTS = Number(values.effects ?? 30);
/** Until code is compiled and connections are open. */
const WARM_UP = 30;

type Samples = ReadonlyMap<string, number[]>;

/** All in turns, so that each meets the same machine; one after the other, so that none waits for another. */
const sample = async (open: OpenStack): Promise<Samples> => {
  using bare = await openBare(open.stack.endpoint);
  const tasks: readonly (readonly [string, (index: number) => Promise<unknown>])[] = [
    ['PutItem', index => bare.put(index)],
    ['GetItem', index => bare.get(index)],
    ...REQUESTS.map(({ name, send }) => [name, (index: number) => send(open, index)] as const),
  ];
  const samples = new Map(tasks.map(([name]) => [name, [] as number[]]));
  for (let index = 0; index < ROUNDS + WARM_UP; index += 1)
    for (const [name, run] of tasks) {
      const from = performance.now();
      await run(index);
      if (index >= WARM_UP) samples.get(name)?.push(performance.now() - from);
    }
  return samples;
};

const ms = (value: number): string => value.toFixed(1).padStart(8);

const printSamples = (samples: Samples, units: Awaited<ReturnType<typeof unitsOf>>): void => {
  const [put, get] = ['PutItem', 'GetItem'].map(name => percentile(samples.get(name) ?? [], 0.5));
  const kinds = new Map(REQUESTS.map(({ name, kind }) => [name, kind]));
  console.log(`${''.padEnd(22)}     p50      p99   ratio of p50    WRU   RRU`);
  for (const [name, own] of samples) {
    const kind = kinds.get(name);
    const ratio = percentile(own, 0.5) / ((kind === 'command' ? put : get) ?? Number.NaN);
    const against = kind === undefined ? '' : `${ratio.toFixed(2)} ${kind === 'command' ? 'PutItem' : 'GetItem'}`;
    const { wru, rru } = units.get(name) ?? {};
    const counted = wru === undefined ? '' : `${String(wru).padStart(5)} ${String(rru).padStart(5)}`;
    console.log(
      `${name.padEnd(22)}${ms(percentile(own, 0.5))} ${ms(percentile(own, 0.99))}   ${against.padEnd(13)} ${counted}`,
    );
  }
};

await using open = await openLocalStack({ say: line => console.error(line) });
await prepare(open);
console.log(`milliseconds, ${ROUNDS} rounds in turns, one request at a time, node ${process.version}\n`);
const units = await unitsOf(open.stack.endpoint);
printSamples(await sample(open), units);
await open.stack.settled({ timeoutMs: 120_000 });
const effects: number[] = [];
for (let index = 0; index < EFFECTS; index += 1) effects.push(await answerToStandings(open, index));
console.log(
  `\nanswer to a result -> standings: median ${percentile(effects, 0.5).toFixed(0)} ms, p99 ${percentile(effects, 0.99).toFixed(0)} ms (${EFFECTS} results)`,
);
