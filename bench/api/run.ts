import { parseArgs } from 'node:util';
import { type OpenStack, openLocalStack } from '../../cli/local-stack.ts';
import { openBare } from './bare.ts';
import { percentile } from './percentile.ts';
import { answerToStandings, prepare, REQUESTS } from './requests.ts';
import { unitsOf } from './units.ts';

/** `npm run bench:api` prints; it does not judge. Milliseconds on a shared machine are noise: the ratios mean more. */

const USAGE = `npm run bench:api -- [--rounds 300] [--effects 15]
  --rounds   times that every command and read is sent
  --effects  results that are followed into the standings, at rest and one after another`;

const { values } = parseArgs({
  options: { rounds: { type: 'string' }, effects: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const ROUNDS = Number(values.rounds ?? 300);
const EFFECTS = Number(values.effects ?? 15);
/** Until code is compiled and connections are open. */
const WARM_UP = 30;

/** Milliseconds of a request, and of the bare operation that went right before it. */
interface Samples {
  readonly own: number[];
  readonly bare: number[];
}

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await run();
  return performance.now() - from;
};

/** All in turns, each after its bare operation, so that both meet the same machine; one at a time, so that none waits for another. */
const sample = async (open: OpenStack): Promise<ReadonlyMap<string, Samples>> => {
  using bare = await openBare(open.stack.endpoint);
  const samples = new Map(REQUESTS.map(({ name }) => [name, { own: [], bare: [] } as Samples]));
  for (let index = 0; index < ROUNDS + WARM_UP; index += 1)
    for (const [at, { name, kind, send }] of REQUESTS.entries()) {
      const key = index * REQUESTS.length + at;
      const before = await timed(() => (kind === 'command' ? bare.put(key) : bare.get(key)));
      const own = await timed(() => send(open, index));
      if (index < WARM_UP) continue;
      samples.get(name)?.bare.push(before);
      samples.get(name)?.own.push(own);
    }
  return samples;
};

const ms = (value: number): string => value.toFixed(1).padStart(8);

const printSamples = (samples: ReadonlyMap<string, Samples>, units: Awaited<ReturnType<typeof unitsOf>>): void => {
  console.log(`${''.padEnd(20)}     p50      p99 | bare p50      p99 |  ratio of p50   WRU   RRU`);
  for (const { name, kind } of REQUESTS) {
    const { own = [], bare = [] } = samples.get(name) ?? {};
    const ratio = (percentile(own, 0.5) / percentile(bare, 0.5)).toFixed(2);
    const { wru, rru } = units.get(name) ?? {};
    const times = [own, bare].map(values => `${ms(percentile(values, 0.5))} ${ms(percentile(values, 0.99))}`);
    const counted = wru === undefined ? '' : `${String(wru).padStart(4)} ${String(rru).padStart(5)}`;
    console.log(
      `${name.padEnd(20)}${times.join(' | ')} |  ${ratio} ${kind === 'command' ? 'PutItem' : 'GetItem'} ${counted}`,
    );
  }
};

await using open = await openLocalStack({ say: line => console.error(line) });
await prepare(open, ROUNDS + WARM_UP);
console.log(`milliseconds, ${ROUNDS} rounds in turns, one request at a time, node ${process.version}\n`);
const units = await unitsOf(open.stack.endpoint);
printSamples(await sample(open), units);
await open.stack.settled({ timeoutMs: 120_000 });
console.log('');
// A stream is looked at a few times at once, and four times a second after that, as on AWS: results in a row wait for it.
for (const { name, rest, first } of [
  { name: 'at rest', rest: 3000, first: 0 },
  { name: 'one after another', rest: 0, first: EFFECTS },
]) {
  const effects: number[] = [];
  for (let index = first; index < first + EFFECTS; index += 1) effects.push(await answerToStandings(open, index, rest));
  const [median, p99] = [0.5, 0.99].map(share => percentile(effects, share).toFixed(0));
  console.log(`answer to a result -> standings, ${name}: median ${median} ms, p99 ${p99} ms (${EFFECTS} results)`);
}
