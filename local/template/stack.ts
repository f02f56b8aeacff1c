import { type Json, type JsonObject, LocalRuntimeError, type Resource } from '../types.ts';
import type { Endpoints, Identity, Kind } from './identity.ts';
import { holds, resolve, type Scope } from './intrinsics.ts';
import { generatedName, kinds } from './kinds.ts';
import { objectOf, textOf } from './values.ts';

/** What all stacks of an assembly share. */
export interface Environment {
  readonly region: string;
  readonly account: string;
  readonly partition: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly endpoints: Endpoints;
}

/** Finds the value some stack exports under a name. */
export type Exports = (name: string) => Json | undefined;

/** One stack, resolved as it is asked. */
export interface Stack {
  readonly name: string;
  resources(): readonly Resource[];
  outputs(): readonly (readonly [string, string])[];
  exported(name: string): Json | undefined;
}

/** The type CDK adds for its own statistics; it deploys nothing. */
const CDK_METADATA = 'AWS::CDK::Metadata';

/** Opens a stack's template. Nothing is resolved before it is asked for, so references may go in any direction. */
export function openStack(name: string, template: JsonObject, environment: Environment, exports: Exports): Stack {
  const scopeOf = (logicalId: string) => stackScope({ name, template, environment, exports }, logicalId);
  const present = (section: string): readonly (readonly [string, JsonObject])[] =>
    Object.entries(objectOf(template[section]))
      .map(([id, item]) => [id, objectOf(item)] as const)
      .filter(([id, item]) => exists(item, scopeOf(id)));
  return {
    name,
    resources: () =>
      present('Resources')
        .filter(([, item]) => item.Type !== CDK_METADATA)
        .map(([id, item]) => resourceOf(identify(id, item, name, environment, scopeOf(id)), item, scopeOf(id))),
    outputs: () =>
      present('Outputs').map(([key, item]) => {
        const value = resolve(item.Value ?? null, scopeOf(key), 'Outputs.Value');
        return [key, textOf(value) ?? JSON.stringify(value)] as const;
      }),
    exported: wanted => {
      for (const [key, item] of present('Outputs')) {
        const exportName = objectOf(item.Export).Name;
        if (exportName === undefined || resolve(exportName, scopeOf(key), 'Outputs.Export.Name') !== wanted) continue;
        return resolve(item.Value ?? null, scopeOf(key), 'Outputs.Value');
      }
      return undefined;
    },
  };
}

interface StackContext {
  readonly name: string;
  readonly template: JsonObject;
  readonly environment: Environment;
  readonly exports: Exports;
}

function stackScope(context: StackContext, asker: string): Scope {
  const { name, template, environment, exports } = context;
  const resources = objectOf(template.Resources);
  const identity = (logicalId: string): Identity | undefined => {
    const item = resources[logicalId];
    if (item === undefined || !exists(objectOf(item), scope)) return undefined;
    return identify(logicalId, objectOf(item), name, environment, stackScope(context, logicalId));
  };
  const scope: Scope = {
    where: `${name}/${asker}`,
    ref: wanted =>
      pseudo(wanted, name, environment) ?? parameter(wanted, template, environment) ?? refOf(identity(wanted)),
    attribute: (logicalId, attribute) => attributeOf(identity(logicalId), attribute),
    importValue: exports,
    condition: wanted => {
      const expression = objectOf(template.Conditions)[wanted];
      return expression === undefined ? undefined : holds(expression, scope, `Conditions.${wanted}`);
    },
    mapping: (map, top, second) => objectOf(objectOf(objectOf(template.Mappings)[map])[top])[second],
  };
  return scope;
}

function exists(item: JsonObject, scope: Scope): boolean {
  if (typeof item.Condition !== 'string') return true;
  return holds({ Condition: item.Condition }, scope, 'Condition');
}

function identify(logicalId: string, item: JsonObject, stack: string, env: Environment, scope: Scope): Identity {
  const type = textOf(item.Type) ?? '';
  const kind: Kind = kinds[type] ?? {};
  const property = (name: string): Json | undefined => {
    const value = objectOf(item.Properties)[name];
    return value === undefined ? undefined : resolve(value, scope, `Properties.${name}`);
  };
  const mixed = generatedName(stack, logicalId, kind.maxNameLength);
  const generated = kind.lowerCase === true ? mixed.toLowerCase() : mixed;
  const name = kind.nameProperty === undefined ? undefined : textOf(property(kind.nameProperty));
  const { partition, region, account, endpoints } = env;
  return {
    stack,
    logicalId,
    type,
    name: name ?? generatedFor(type, generated, property),
    partition,
    region,
    account,
    property,
    endpoints,
  };
}

/** Some services want more of a name than CloudFormation's pattern gives. */
function generatedFor(type: string, generated: string, property: Identity['property']): string {
  if (type === 'AWS::S3::Bucket') return generated.toLowerCase();
  return type === 'AWS::SQS::Queue' && property('FifoQueue') === true ? `${generated.slice(0, 75)}.fifo` : generated;
}

function resourceOf(identity: Identity, item: JsonObject, scope: Scope): Resource {
  const { stack, logicalId, type, name } = identity;
  if (type === '') throw new LocalRuntimeError(`${scope.where} has no Type`);
  return {
    stack,
    logicalId,
    type,
    name,
    properties: objectOf(resolve(item.Properties ?? {}, scope, 'Properties')),
    metadata: objectOf(resolve(item.Metadata ?? {}, scope, 'Metadata')),
    ref: refOf(identity) ?? name,
    arn: kinds[type]?.arn?.(identity) ?? '',
  };
}

function refOf(identity: Identity | undefined): string | undefined {
  if (identity === undefined) return undefined;
  return (kinds[identity.type]?.ref ?? (it => it.name))(identity);
}

/** A type without a kind is not run here: its attributes only have to be told apart, in texts nobody looks up. */
function attributeOf(identity: Identity | undefined, attribute: string): string | undefined {
  if (identity === undefined) return undefined;
  const kind = kinds[identity.type];
  if (kind !== undefined) return kind.attributes?.[attribute]?.(identity);
  if (!attribute.endsWith('Arn')) return `${identity.name}.${attribute}`;
  const service = (identity.type.split('::')[1] ?? '').toLowerCase();
  return `arn:${identity.partition}:${service}:${identity.region}:${identity.account}:${identity.name}`;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
function pseudo(name: string, stack: string, environment: Environment): Json | undefined {
  const { region, account, partition } = environment;
  switch (name) {
    case 'AWS::Region':
      return region;
    case 'AWS::AccountId':
      return account;
    case 'AWS::Partition':
      return partition;
    case 'AWS::URLSuffix':
      return 'amazonaws.com';
    case 'AWS::StackName':
      return stack;
    case 'AWS::StackId':
      return `arn:${partition}:cloudformation:${region}:${account}:stack/${stack}/local`;
    case 'AWS::NotificationARNs':
      return [];
    default:
      return undefined;
  }
}

function parameter(name: string, template: JsonObject, environment: Environment): Json | undefined {
  const declared = objectOf(template.Parameters)[name];
  if (declared === undefined) return undefined;
  const value = environment.parameters[name] ?? textOf(objectOf(declared).Default);
  const isList = /^CommaDelimitedList$|^List</.test(textOf(objectOf(declared).Type) ?? '');
  return isList ? value?.split(',').map(item => item.trim()) : value;
}
