import { type Assembly, type Json, LocalRuntimeError, type Resource } from '../types.ts';
import { readStacks } from './cloud-assembly.ts';
import type { Environment } from './stack.ts';
import { type Exports, openStack, type Stack } from './stack.ts';

/** How to read a cloud assembly for this machine. */
export interface LoadOptions {
  /** Default: the one the app fixed, else `eu-west-1`. */
  readonly region?: string;
  /** Default: the one the app fixed, else `000000000000`. */
  readonly account?: string;
  /** The URL a queue answers at. Default: the one it would have on AWS. */
  readonly queueUrl?: (name: string) => string;
  /** The URL an HTTP API answers at, without a slash at its end. Default: as on AWS. */
  readonly apiEndpoint?: (logicalId: string) => string;
  /** The host that a CloudFront distribution answers at. Default: one as on AWS. */
  readonly siteHost?: (logicalId: string) => string;
  /** The host and port that an Event API answers at. Default: the one it has on AWS. */
  readonly eventApiHost?: (logicalId: string) => string;
  /** Values for the templates' parameters; a parameter without one takes its default. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/**
 * Reads all stacks of a cloud assembly folder and resolves every reference in them, across stacks too.
 * @throws LocalRuntimeError naming stack, logical id and path when something cannot be resolved
 */
export function loadAssembly(directory: string, options: LoadOptions = {}): Assembly {
  const templates = readStacks(directory);
  const region = options.region ?? templates.find(stack => stack.region)?.region ?? 'eu-west-1';
  const account = options.account ?? templates.find(stack => stack.account)?.account ?? '000000000000';
  const environment: Environment = {
    region,
    account,
    partition: 'aws',
    parameters: options.parameters ?? {},
    endpoints: {
      queueUrl: options.queueUrl ?? (name => `https://sqs.${region}.amazonaws.com/${account}/${name}`),
      apiEndpoint: options.apiEndpoint ?? (id => `https://${id.toLowerCase()}.execute-api.${region}.amazonaws.com`),
      siteHost: options.siteHost ?? (id => `${id.toLowerCase()}.cloudfront.net`),
      eventApiHost: options.eventApiHost ?? (id => `${id.toLowerCase()}.appsync-api.${region}.amazonaws.com`),
    },
  };
  const exports: Exports = name => exported(stacks, name);
  const stacks: readonly Stack[] = templates.map(({ name, template }) =>
    openStack(name, template, environment, exports),
  );
  try {
    const outputs = outputsOf(stacks);
    return assemble(
      stacks.flatMap(stack => stack.resources()),
      { region, account, outputs },
    );
  } catch (cause) {
    // Names that need each other never end: the call stack does.
    if (!(cause instanceof RangeError)) throw cause;
    throw new LocalRuntimeError(`${directory}: references between resources form a circle`, { cause });
  }
}

/**
 * An assembly of resolved resources.
 * @throws LocalRuntimeError when two of them have the same ARN, which AWS would not deploy
 */
export function assemble(
  resources: readonly Resource[],
  rest: Pick<Assembly, 'region' | 'account' | 'outputs'>,
): Assembly {
  const byType = Map.groupBy(resources, resource => resource.type);
  const byArn = new Map<string, Resource>();
  for (const resource of resources) {
    if (resource.arn === '') continue;
    const other = byArn.get(resource.arn);
    if (other !== undefined) {
      const both = `${other.stack}/${other.logicalId} and ${resource.stack}/${resource.logicalId}`;
      throw new LocalRuntimeError(`${both} would both be ${resource.arn}`);
    }
    byArn.set(resource.arn, resource);
  }
  return { ...rest, resources, ofType: type => byType.get(type) ?? [], byArn: arn => byArn.get(arn) };
}

function exported(stacks: readonly Stack[], name: string): Json | undefined {
  for (const stack of stacks) {
    const value = stack.exported(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** By output key; where two stacks share one, the later stack's, and each stack's own under `Stack.Key`. */
function outputsOf(stacks: readonly Stack[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    stacks.flatMap(stack =>
      stack.outputs().flatMap(([key, value]) => [
        [key, value],
        [`${stack.name}.${key}`, value],
      ]),
    ),
  );
}
