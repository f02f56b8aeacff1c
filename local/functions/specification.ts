import { join, resolve } from 'node:path';
import { runsOnNode } from '../template/unsupported.ts';
import { objectOf, textOf } from '../template/values.ts';
import { type Assembly, type JsonObject, LocalRuntimeError, type Resource } from '../types.ts';
import { credentialsOf } from './credentials.ts';
import type { FunctionContext } from './protocol.ts';

/** The metadata key that names a function's entry module, relative to the project's root. */
const ENTRY_KEY = 'local:entry';

/** All that is needed to run one function. */
export interface FunctionSpecification {
  readonly resource: Resource;
  /** The entry module, absolute. */
  readonly entry: string;
  readonly exportName: string;
  readonly context: FunctionContext;
  readonly memoryMb: number;
  /** `ReservedConcurrentExecutions`; Infinity when none is reserved. */
  readonly concurrency: number;
  /** The whole environment: nothing of the host's gets in. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What the caller adds to a function's environment: the endpoints of the local services. */
export type AdditionalEnvironment = (lambda: Resource) => Readonly<Record<string, string>>;

/**
 * The Node functions of an assembly.
 * @param root the folder that entries are relative to
 * @throws LocalRuntimeError when a function does not say where its entry is
 */
export function specifications(
  assembly: Assembly,
  root: string,
  additional: AdditionalEnvironment,
): readonly FunctionSpecification[] {
  return assembly
    .ofType('AWS::Lambda::Function')
    .filter(runsOnNode)
    .map(resource =>
      specify(resource, root, { ...lambdaEnvironment(resource, assembly, root), ...additional(resource) }),
    );
}

function specify(
  resource: Resource,
  root: string,
  environment: Readonly<Record<string, string>>,
): FunctionSpecification {
  const { properties } = resource;
  const handler = textOf(properties.Handler) ?? 'index.handler';
  return {
    resource,
    entry: resolve(root, entryOf(resource)),
    exportName: handler.slice(handler.lastIndexOf('.') + 1),
    context: contextOf(resource),
    memoryMb: Number(memoryOf(properties)),
    concurrency: Number(properties.ReservedConcurrentExecutions ?? Number.POSITIVE_INFINITY),
    environment,
  };
}

function entryOf({ metadata, stack, logicalId }: Resource): string {
  const entry = textOf(metadata[ENTRY_KEY]);
  if (entry !== undefined) return entry;
  throw new LocalRuntimeError(
    `${stack}/${logicalId}: the template does not say where the function's code is. ` +
      `Add it in the CDK app: cfnFunction.addMetadata('${ENTRY_KEY}', 'path/from/the/root/handler.ts')`,
  );
}

/** Lambda's defaults: 128 MB and 3 seconds. */
function memoryOf(properties: JsonObject): string {
  return textOf(properties.MemorySize) ?? '128';
}

function contextOf({ name, arn, properties }: Resource): FunctionContext {
  return {
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: memoryOf(properties),
    logGroupName: textOf(objectOf(properties.LoggingConfig).LogGroup) ?? `/aws/lambda/${name}`,
    logStreamName: 'local',
    timeoutMs: Number(properties.Timeout ?? 3) * 1000,
  };
}

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime */
function lambdaEnvironment(lambda: Resource, assembly: Assembly, root: string): Record<string, string> {
  const { name, properties } = lambda;
  const { logGroupName, logStreamName } = contextOf(lambda);
  // Of NODE_OPTIONS every worker would parse a source map, and keep it.
  const { NODE_OPTIONS: _, ...variables } = objectOf(objectOf(properties.Environment).Variables);
  return {
    ...Object.fromEntries(
      Object.entries(variables).map(([key, value]) => [key, textOf(value) ?? JSON.stringify(value)]),
    ),
    ...credentialsOf(lambda),
    _HANDLER: textOf(properties.Handler) ?? 'index.handler',
    AWS_DEFAULT_REGION: assembly.region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${textOf(properties.Runtime) ?? ''}`,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: memoryOf(properties),
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: logGroupName,
    AWS_LAMBDA_LOG_STREAM_NAME: logStreamName,
    AWS_REGION: assembly.region,
    LAMBDA_TASK_ROOT: root,
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    // The SDK would read the developer's own profile, which Lambda does not have.
    AWS_CONFIG_FILE: join(root, '.no-aws-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(root, '.no-aws-credentials'),
  };
}
