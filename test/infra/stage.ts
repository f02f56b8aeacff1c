import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { createApp } from '../../infra/synth.ts';

/** Without bundles and copies, and with a page that nobody had to build. */
export const TEST_CONTEXT: Json = {
  'aws:cdk:bundling-stacks': [],
  'aws:cdk:disable-asset-staging': true,
  site: join(import.meta.dirname, '../support/page'),
};

export type Json = Readonly<Record<string, unknown>>;

/** A resource of a template. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: Json;
  readonly metadata: Json;
  /** What becomes of it when it leaves the stack, and when it is replaced. */
  readonly removal: readonly unknown[];
}

/** One of a stage's stacks, as CloudFormation gets it. */
export interface StackTemplate {
  readonly template: Template;
  readonly resources: readonly Resource[];
  readonly ofType: (type: string) => readonly Resource[];
}

/** A stage, synthesized without bundles. */
export interface Synthesized {
  readonly app: App;
  readonly data: StackTemplate;
  readonly main: StackTemplate;
  /** The resource that a reference of either stack means: `Ref`, `Fn::GetAtt`, or an export of the data stack. */
  readonly target: (reference: unknown) => string;
  /** Resources of both stacks. */
  readonly ofType: (type: string) => readonly Resource[];
}

/** The value at a path such as `Targets.0.Arn`; undefined where there is none. */
export const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Json | undefined)?.[name], value);

/** A value that may be given alone or in a list. */
export const list = (value: unknown): readonly unknown[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};

/** A logical id without the hash that CDK puts at its end. */
const plain = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');

const resourcesOf = (template: Template): readonly Resource[] =>
  Object.entries(template.toJSON().Resources as Record<string, Json>).map(([id, resource]) => ({
    id: plain(id),
    type: String(resource.Type),
    properties: (resource.Properties ?? {}) as Json,
    metadata: (resource.Metadata ?? {}) as Json,
    removal: [resource.DeletionPolicy, resource.UpdateReplacePolicy],
  }));

const stackOf = (app: App, name: string): StackTemplate => {
  const template = Template.fromStack(app.node.findChild(name) as Stack);
  const resources = resourcesOf(template);
  return { template, resources, ofType: type => resources.filter(resource => resource.type === type) };
};

/** `Anchors/*`: what is in a bucket. */
const inside = (reference: unknown): readonly unknown[] | undefined => {
  const [separator, parts] = list(at(reference, 'Fn::Join'));
  return separator === '' && Array.isArray(parts) && parts.length === 2 && parts[1] === '/*' ? parts : undefined;
};

/** `notifyQueue` for the resource itself or its ARN, `Events.StreamArn` for another attribute. */
const direct = (reference: unknown): string | undefined => {
  const ref = at(reference, 'Ref');
  if (typeof ref === 'string') return plain(ref);
  const [id, attribute] = list(at(reference, 'Fn::GetAtt')).map(String);
  if (id === undefined) return undefined;
  return ['Arn', 'QueueName'].includes(attribute ?? '') ? plain(id) : `${plain(id)}.${attribute}`;
};

/** Synthesizes a stage in this process; about a second. */
export const synthesize = async (stage: string, context: Json = {}): Promise<Synthesized> => {
  process.env.CDK_VALIDATION = 'false';
  const outdir = mkdtempSync(join(tmpdir(), 'infra-synth-'));
  const app = await createApp({ outdir, context: { ...TEST_CONTEXT, stage, ...context } });
  const [data, main] = [stackOf(app, `MatchdayData-${stage}`), stackOf(app, `Matchday-${stage}`)];
  rmSync(outdir, { recursive: true });
  const exports = Object.values((data.template.toJSON().Outputs ?? {}) as Record<string, Json>);
  const target = (reference: unknown): string => {
    const [bucket] = inside(reference) ?? [];
    if (bucket !== undefined) return `${target(bucket)}/*`;
    const name = at(reference, 'Fn::ImportValue');
    const exported = name === undefined ? undefined : exports.find(output => at(output, 'Export.Name') === name);
    return direct(exported?.Value ?? reference) ?? JSON.stringify(reference);
  };
  return { app, data, main, target, ofType: type => [...data.ofType(type), ...main.ofType(type)] };
};

const deployed = new Map<string, Promise<Synthesized>>();

/** A stage as it is deployed when nothing else is said, synthesized once in a process: for tests that only look at it. */
export const stageOf = (name: string): Promise<Synthesized> => {
  const known = deployed.get(name) ?? synthesize(name);
  deployed.set(name, known);
  return known;
};

/** The resource of this id. */
export const resourceOf = ({ data, main }: Synthesized, id: string): Resource => {
  const found = [...data.resources, ...main.resources].filter(resource => resource.id === id);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} resources are called ${id}`);
  return found[0];
};

/** Every function that somebody wrote here has a folder; the CDK's own, which copies the page, has none. */
const folderOf = ({ properties }: Resource): unknown => at(properties, 'Environment.Variables.HANDLER_NAME');

/** The function of each folder, by the folder. */
export const functionsOf = ({ ofType }: Synthesized): ReadonlyMap<string, Resource> =>
  new Map(
    ofType('AWS::Lambda::Function')
      .filter(resource => folderOf(resource) !== undefined)
      .map(resource => [String(folderOf(resource)), resource]),
  );
