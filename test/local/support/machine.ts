import { createQueues, type Queues } from '../../../local/sqs/queues.ts';
import { assemble } from '../../../local/template/assembly.ts';
import type {
  AccessControl,
  Assembly,
  Functions,
  InvocationResult,
  Json,
  JsonObject,
  MachineClock,
  Resource,
} from '../../../local/types.ts';

const REGION = 'eu-central-1';
const ACCOUNT = '111122223333';

/** An ARN of the test's account. */
export const arn = (service: string, rest: string): string => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;

/** A resolved resource, as the template's reader would make it. */
export const resource = (type: string, name: string, properties: JsonObject = {}, resourceArn = ''): Resource => ({
  stack: 'Test',
  logicalId: name,
  type,
  properties,
  metadata: {},
  ref: name,
  name,
  arn: resourceArn,
});

export const queueResource = (name: string, properties: JsonObject = {}): Resource =>
  resource('AWS::SQS::Queue', name, properties, arn('sqs', name));

export const functionResource = (name: string, properties: JsonObject = {}): Resource =>
  resource(
    'AWS::Lambda::Function',
    name,
    { Role: arn('iam', `role/${name}`), ...properties },
    arn('lambda', `function:${name}`),
  );

/** An assembly of these resources. */
export const assemblyOf = (...resources: readonly Resource[]): Assembly =>
  assemble(resources, { region: REGION, account: ACCOUNT, outputs: {} });

/** Allows everything but the actions named. */
export const accessExcept = (...denied: readonly string[]): AccessControl => ({
  decide: ({ action, resource: what }) =>
    denied.includes(action) || denied.includes(`${action} ${what}`)
      ? { allowed: false, reason: `not authorized to perform: ${action}` }
      : { allowed: true },
});

/** A clock that shows what it is told. */
export const clockAt = (instant?: string): MachineClock => {
  let fixed = instant === undefined ? undefined : new Date(instant);
  return {
    now: () => fixed ?? new Date(),
    set: to => {
      fixed = to;
    },
    release: () => {
      fixed = undefined;
    },
    buffer: new SharedArrayBuffer(8),
  };
};

/** Queues of an assembly, in memory. */
export const memoryQueues = (assembly: Assembly, clock: MachineClock = clockAt()): Queues =>
  createQueues({ assembly, clock, changed: () => {} });

/** Functions that do what the test says, and remember their events. */
export const fakeFunctions = (work: (event: Json, call: number) => Json | undefined | Promise<Json | undefined>) => {
  const events: Json[] = [];
  const invoke = async (_arn: string, event: Json): Promise<InvocationResult> => {
    events.push(event);
    try {
      return { status: 'succeeded', payload: await work(event, events.length), durationMs: 1 };
    } catch (error) {
      return {
        status: 'failed',
        error: { errorType: 'Error', errorMessage: String(error), stackTrace: [] },
        durationMs: 1,
      };
    }
  };
  const functions: Functions = { invoke, inFlight: 0, statistics: new Map(), close: async () => {} };
  return { functions, events };
};

/** Waits until something is true; fails the test after two seconds. */
export const eventually = async (check: () => boolean): Promise<void> => {
  const until = Date.now() + 2000;
  while (!check()) {
    if (Date.now() > until) throw new Error('It did not become true.');
    await new Promise(resolve => setTimeout(resolve, 5));
  }
};
