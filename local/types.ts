/**
 * What the parts of the local runtime say to each other. Nothing here knows Matchday: only CloudFormation's template
 * and AWS's protocols.
 */

import type { Json, JsonObject } from '../patterns/json.ts';

/** A JSON value, as templates, event patterns and service requests hold it. */
export type { Json, JsonObject } from '../patterns/json.ts';

/** One resource of a synthesized template, with every intrinsic function in its properties resolved. */
export interface Resource {
  readonly stack: string;
  readonly logicalId: string;
  /** CloudFormation type: `AWS::SQS::Queue`. */
  readonly type: string;
  readonly properties: JsonObject;
  readonly metadata: JsonObject;
  /** What `Ref` yields: a name, a URL or an id, as CloudFormation defines it for the type. */
  readonly ref: string;
  /** The physical name (`QueueName`, `TableName`, ...): the one in the template, or one made from stack and logical id. */
  readonly name: string;
  /** The ARN; empty for types that have none. */
  readonly arn: string;
}

/** All stacks of a cloud assembly, as one flat and resolved set of resources. */
export interface Assembly {
  readonly region: string;
  readonly account: string;
  readonly resources: readonly Resource[];
  /** Outputs of all stacks by output key. */
  readonly outputs: Readonly<Record<string, string>>;
  ofType(type: string): readonly Resource[];
  byArn(arn: string): Resource | undefined;
}

/** One question to the policies: may this principal do this action to this resource? */
export interface AccessRequest {
  /** ARN of the calling role, or a service principal such as `events.amazonaws.com`. */
  readonly principal: string;
  /** `dynamodb:PutItem` */
  readonly action: string;
  readonly resource: string;
  /** Condition keys: `aws:SourceArn`, `aws:SourceAccount`. A list is a key with several values: `dynamodb:LeadingKeys`. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

export type AccessDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

/** Identity policies of roles and resource policies of queues, functions and buses, evaluated as IAM does. */
export interface AccessControl {
  decide(request: AccessRequest): AccessDecision;
}

/** The machine's clock as the functions see it. The real one until it is set; then it stands still until moved. */
export interface MachineClock {
  now(): Date;
  /** Stops the clock at this instant. Every function's `Date` shows it at once. */
  set(instant: Date): void;
  /** Back to the wall clock. */
  release(): void;
  /** Shared with every worker: one Float64, epoch milliseconds; NaN while the clock is the real one. */
  readonly buffer: SharedArrayBuffer;
}

export type InvocationResult =
  | { readonly status: 'succeeded'; readonly payload: Json | undefined; readonly durationMs: number }
  | {
      /** `failed`: the handler threw; `timed-out`: killed at its timeout; `crashed`: the worker died or failed to load. */
      readonly status: 'failed' | 'timed-out' | 'crashed';
      readonly error: {
        readonly errorType: string;
        readonly errorMessage: string;
        readonly stackTrace: readonly string[];
      };
      readonly durationMs: number;
    };

/** The functions of the template, bundled and ready in workers. */
export interface Functions {
  /** Waits for a free environment, invokes, and never throws. `arn` is the function's ARN. */
  invoke(arn: string, event: Json): Promise<InvocationResult>;
  /** Invocations running or waiting for an environment. */
  readonly inFlight: number;
  /** By function name. */
  readonly statistics: ReadonlyMap<string, FunctionStatistics>;
  close(): Promise<void>;
}

export interface FunctionStatistics {
  readonly invocations: number;
  readonly failures: number;
  readonly totalMs: number;
  readonly environments: number;
  /** How long the environment started last took to import the function, in milliseconds; 0 before the first. */
  readonly importMs: number;
}

/** A started part that must be stopped. */
export interface Closeable {
  close(): Promise<void>;
}

/** A line for the operator: what the runtime did or refused, never what a function logged. */
export type Report = (line: {
  readonly level: 'info' | 'warn' | 'error';
  readonly part: string;
  readonly message: string;
}) => void;

/** An error a person caused or can mend: a taken port, a missing Java, a broken template. The CLI prints it and exits with `exitCode`. */
export class LocalRuntimeError extends Error {
  override readonly name = 'LocalRuntimeError';
  readonly exitCode: number;
  constructor(message: string, options: { exitCode?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.exitCode = options.exitCode ?? 1;
  }
}
