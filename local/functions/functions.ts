import { fileURLToPath } from 'node:url';
import { textOf } from '../template/values.ts';
import {
  type AccessControl,
  type Assembly,
  type Functions,
  type InvocationResult,
  LocalRuntimeError,
  type MachineClock,
  type Report,
  type Resource,
} from '../types.ts';
import { bundle, type Entry } from './bundle.ts';
import { startEnvironment } from './environment.ts';
import { lineSplitter } from './lines.ts';
import { type Machine, openMachine } from './machine.ts';
import { openPool, type Pool } from './pool.ts';
import { reloadOnEdit } from './reload.ts';
import { type AdditionalEnvironment, type FunctionSpecification, specifications } from './specification.ts';

/** What the functions of a template need to run. */
export interface FunctionsOptions {
  readonly assembly: Assembly;
  /** The project's root: entries in the template are relative to it. */
  readonly root: string;
  /** Folder for the bundles; absolute. */
  readonly outDir: string;
  readonly clock: MachineClock;
  readonly access: AccessControl;
  /** Added to each function's environment: `AWS_ENDPOINT_URL`. */
  readonly environment: AdditionalEnvironment;
  /** Rebuild on edit. */
  readonly watch: boolean;
  readonly report: Report;
  /** A line that a function printed. */
  readonly log: (functionName: string, line: string) => void;
  /** Most environments of one function, whatever it has reserved. Default 4. */
  readonly maxEnvironments?: number;
  /** Environments that all functions together may have beyond their first. Default 1: there are few cores here, and each takes 35 MB. */
  readonly surplusEnvironments?: number;
  /** Environments of all functions that are kept when they idle. Default 10. */
  readonly keptEnvironments?: number;
  /** How long an environment has to idle before it may end in favour of another, in milliseconds. Default 6,000: longer than a batch is waited for. */
  readonly restMs?: number;
  /** How long an invocation waits before another environment is started, in milliseconds. Default 25. */
  readonly scaleAfterMs?: number;
  /** How long a surplus environment may idle, in milliseconds. Default 30,000. */
  readonly idleMs?: number;
}

/** Functions whose faults can be practised with. */
export interface FaultyFunctions extends Functions {
  /**
   * From now on every invocation of this function is refused with TooManyRequestsException, as on AWS when no concurrency is left
   * to it; what runs comes to its end. What is not known changes nothing.
   */
  fail(name: string): void;
  /** It runs again. */
  mend(name: string): void;
  /** Names of those that fail. */
  readonly failing: ReadonlySet<string>;
}

/** Bundled with the functions, so that a worker reads JavaScript and none has to strip types. */
const BOOTSTRAP: Entry = {
  name: '_bootstrap',
  path: fileURLToPath(new URL('./worker/bootstrap.ts', import.meta.url)),
};

/**
 * Bundles the functions of a template and runs them in worker threads. An environment starts with the first
 * invocation of its function.
 * @throws LocalRuntimeError when a function has no entry, cannot be built, or Lambda may not assume its role
 */
export async function startFunctions(options: FunctionsOptions): Promise<FaultyFunctions> {
  // Lambda's clocks show UTC; Node has one time zone for the whole process, whatever a worker's environment says.
  process.env.TZ = 'UTC';
  const specified = specifications(options.assembly, options.root, options.environment);
  for (const { resource } of specified) requireTrust(resource, options.access);
  const entries = specified.map(({ context, entry }) => ({ name: context.functionName, path: entry }));
  const [bootstrap, ...bundles] = await bundle([BOOTSTRAP, ...entries], options.outDir);
  const machine = openMachine({
    surplus: options.surplusEnvironments ?? 1,
    kept: options.keptEnvironments ?? 10,
    restMs: options.restMs ?? 6000,
  });
  const pools = specified.map((specification, index) =>
    poolOf({ specification, file: bundles[index]?.file ?? '', bootstrap: bootstrap?.file ?? '' }, options, machine),
  );
  const byArn = new Map(specified.map(({ resource }, index) => [resource.arn, pools[index]]));
  const byName = new Map(specified.map(({ resource }, index) => [resource.name, pools[index]]));
  const failing = new Set<string>();
  const { watch, outDir, report } = options;
  const reloading = watch
    ? reloadOnEdit({ entries, bundles, outDir, report, onReload: name => byName.get(name)?.retire() })
    : undefined;
  return {
    invoke: async (arn, event) => (await byArn.get(unqualified(arn))?.invoke(event)) ?? notFound(arn),
    get inFlight() {
      return pools.reduce((sum, pool) => sum + pool.inFlight, 0);
    },
    get statistics() {
      return new Map(byName.entries().flatMap(([name, pool]) => (pool ? [[name, pool.statistics] as const] : [])));
    },
    failing,
    fail: name => {
      if (byName.has(name)) failing.add(name);
      byName.get(name)?.turn(false);
    },
    mend: name => {
      failing.delete(name);
      byName.get(name)?.turn(true);
    },
    close: async () => {
      await reloading?.close();
      await Promise.all(pools.map(pool => pool.close()));
    },
  };
}

interface Runnable {
  readonly specification: FunctionSpecification;
  readonly file: string;
  readonly bootstrap: string;
}

/** The environments Lambda would run of one function at most are those it has reserved. */
function poolOf({ specification, file, bootstrap }: Runnable, options: FunctionsOptions, machine: Machine): Pool {
  const { functionName } = specification.context;
  const log = (line: string) => options.log(functionName, line);
  const start = () =>
    startEnvironment({ specification, file, bootstrap, clock: options.clock.buffer, onOutput: lineSplitter(log) });
  return openPool({
    start,
    maxEnvironments: Math.min(specification.concurrency, options.maxEnvironments ?? 4),
    machine,
    scaleAfterMs: options.scaleAfterMs ?? 25,
    idleMs: options.idleMs ?? 30_000,
    // Lambda's runtime logs these too, so that a function's log tells why it failed.
    onFailure: (requestId, { status, error }) =>
      log(JSON.stringify({ level: 'ERROR', message: 'Invoke Error', requestId, status, ...error })),
  });
}

/** Lambda refuses to create such a function. https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html */
function requireTrust({ stack, logicalId, properties }: Resource, access: AccessControl): void {
  const role = textOf(properties.Role) ?? '';
  const decision = access.decide({ principal: 'lambda.amazonaws.com', action: 'sts:AssumeRole', resource: role });
  if (decision.allowed) return;
  throw new LocalRuntimeError(
    `${stack}/${logicalId}: the role defined for the function cannot be assumed by Lambda. ${decision.reason}`,
  );
}

/** A function's ARN without the version or alias: there is only the present code here. */
function unqualified(arn: string): string {
  return arn.split(':').slice(0, 7).join(':');
}

function notFound(arn: string): InvocationResult {
  const errorMessage = `Function not found: ${arn}`;
  return {
    status: 'failed',
    error: { errorType: 'ResourceNotFoundException', errorMessage, stackTrace: [] },
    durationMs: 0,
  };
}
