import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { machineClock } from '../../../local/clock.ts';
import { type FunctionsOptions, startFunctions } from '../../../local/functions/functions.ts';
import { assemble } from '../../../local/template/assembly.ts';
import type { Assembly, InvocationResult, JsonObject, Resource } from '../../../local/types.ts';

/** Where the fixtures are. */
export const FIXTURES = join(import.meta.dirname, 'fixtures');

/** The ARN of a function made by `lambda`. */
export const arnOf = (name: string): string => `arn:aws:lambda:eu-west-1:000000000000:function:${name}`;

/** A function as the template reader would give it. */
export function lambda(name: string, entry: string | undefined, properties: JsonObject = {}): Resource {
  return {
    stack: 'Test',
    logicalId: name,
    type: 'AWS::Lambda::Function',
    name,
    ref: name,
    arn: arnOf(name),
    metadata: entry === undefined ? {} : { 'local:entry': entry },
    properties: {
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Role: `arn:aws:iam::000000000000:role/${name}`,
      Timeout: 5,
      ...properties,
    },
  };
}

/** An assembly of these resources alone. */
export function assemblyOf(...resources: readonly Resource[]): Assembly {
  return assemble(resources, { region: 'eu-west-1', account: '000000000000', outputs: {} });
}

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'local-functions-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Starts functions for one test, with everything allowed, and stops them after it. */
export async function start(resources: readonly Resource[], options: Partial<FunctionsOptions> = {}) {
  const clock = machineClock();
  const lines: string[] = [];
  const reports: string[] = [];
  const functions = await startFunctions({
    assembly: assemblyOf(...resources),
    root: FIXTURES,
    outDir: temporaryFolder(),
    clock,
    access: { decide: () => ({ allowed: true }) },
    environment: () => ({ AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' }),
    watch: false,
    report: ({ message }) => reports.push(message),
    log: (_, line) => lines.push(line),
    ...options,
  });
  onTestFinished(() => functions.close());
  return { functions, clock, lines, reports };
}

/** The payload of a success; anything else fails the test with what went wrong. */
export function payloadOf(result: InvocationResult): unknown {
  if (result.status !== 'succeeded') throw new Error(`${result.status}: ${result.error.errorMessage}`);
  return result.payload;
}
