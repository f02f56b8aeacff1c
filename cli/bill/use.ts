import type { LocalStack } from '../../local/stack.ts';
import { PRICES } from './prices.ts';

/** What was used, as the local runtime counts it. */
export interface Use {
  readonly requests: number;
  readonly invocations: number;
  /** Memory of each function times how long it ran. */
  readonly gbSeconds: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly events: number;
  /** Sends by the bus; receives and deletes by the handlers. */
  readonly queueRequests: number;
}

/** What is used besides, and not counted here. */
const NOT_COUNTED = [
  'storage',
  'logs and metrics',
  'alarms, keys and the polls of idle queues (npm run bill)',
  'data sent to browsers, the site and the live channel',
  'users who sign in, mails, webhooks',
  'requests to the key service',
  'conditional writes that were refused',
] as const;

/** A line: how much was used, and what that costs. */
export interface UseLine {
  readonly name: keyof Use;
  readonly count: number;
  readonly dollars: number;
}

/** What it would have cost on AWS. SQS is at its full price, as if its free million had been used. */
export interface UseBill {
  readonly lines: readonly UseLine[];
  readonly total: number;
  readonly currency: 'USD';
  readonly prices: 'list prices of us-east-1';
  readonly notCounted: readonly string[];
}

/** Dollars for one. */
const PRICE: Readonly<Record<keyof Use, number>> = {
  requests: PRICES.requestMillion / 1e6,
  invocations: PRICES.lambdaMillion / 1e6,
  gbSeconds: PRICES.lambdaGbSecond,
  writeUnits: PRICES.writeMillion / 1e6,
  readUnits: PRICES.readMillion / 1e6,
  events: PRICES.eventMillion / 1e6,
  queueRequests: PRICES.sqsMillion / 1e6,
};

/** The bill of what was used. */
export const billOf = (use: Use): UseBill => {
  const names = Object.keys(PRICE) as (keyof Use)[];
  const lines = names.map((name): UseLine => ({ name, count: use[name], dollars: use[name] * PRICE[name] }));
  const total = lines.reduce((sum, { dollars }) => sum + dollars, 0);
  return { lines, total, currency: 'USD', prices: 'list prices of us-east-1', notCounted: NOT_COUNTED };
};

/** What a stack has used since its start. */
export const useOf = (
  { assembly, statistics }: Pick<LocalStack, 'assembly' | 'statistics'>,
  { api, handlers }: { readonly api: readonly string[]; readonly handlers: readonly { functionName: string }[] },
): Use => {
  const { functions, bus, tables } = statistics();
  const invocationsOf = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + (functions[name]?.invocations ?? 0), 0);
  const total = <T>(items: Iterable<T>, of: (item: T) => number): number =>
    [...items].reduce((sum, item) => sum + of(item), 0);
  return {
    requests: invocationsOf(api),
    invocations: invocationsOf(Object.keys(functions)),
    gbSeconds: total(assembly.ofType('AWS::Lambda::Function'), ({ name, properties }) => {
      const gigabytes = Number(properties.MemorySize ?? 128) / 1024;
      return (gigabytes * (functions[name]?.totalMs ?? 0)) / 1000;
    }),
    writeUnits: total(Object.values(tables), ({ writeUnits }) => writeUnits),
    readUnits: total(Object.values(tables), ({ readUnits }) => readUnits),
    events: bus.entries,
    queueRequests: bus.delivered + 2 * invocationsOf(handlers.map(({ functionName }) => functionName)),
  };
};
