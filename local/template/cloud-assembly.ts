import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject } from '../json.ts';
import { type Json, type JsonObject, LocalRuntimeError } from '../types.ts';
import { objectOf, textOf, textsOf } from './values.ts';

/** One stack of a cloud assembly: its name, where it is meant to go, and its template as synthesized. */
export interface StackTemplate {
  readonly name: string;
  /** What the app fixed for the stack; undefined where it left that open. */
  readonly region: string | undefined;
  readonly account: string | undefined;
  readonly template: JsonObject;
}

/**
 * Reads the stacks of a cloud assembly folder (`cdk.out`), nested assemblies included, each after those it depends on.
 * @throws LocalRuntimeError when the manifest or a template is missing or no JSON
 */
export function readStacks(directory: string): readonly StackTemplate[] {
  const artifacts = objectOf(readObject(join(directory, 'manifest.json')).artifacts);
  const ordered: string[] = [];
  const visit = (id: string): void => {
    const artifact = objectOf(artifacts[id]);
    if (ordered.includes(id) || artifacts[id] === undefined) return;
    for (const dependency of textsOf(artifact.dependencies)) visit(dependency);
    ordered.push(id);
  };
  for (const id of Object.keys(artifacts)) visit(id);
  return ordered.flatMap(id => readArtifact(directory, id, objectOf(artifacts[id])));
}

function readArtifact(directory: string, id: string, artifact: JsonObject): readonly StackTemplate[] {
  const properties = objectOf(artifact.properties);
  if (artifact.type === 'cdk:cloud-assembly') {
    return readStacks(join(directory, textOf(properties.directoryName) ?? id));
  }
  if (artifact.type !== 'aws:cloudformation:stack') return [];
  const file = join(directory, textOf(properties.templateFile) ?? `${id}.template.json`);
  const [account, region] = (textOf(artifact.environment) ?? '').replace(/^aws:\/\//, '').split('/');
  return [
    {
      name: textOf(properties.stackName) ?? id,
      region: concrete(region),
      account: concrete(account),
      template: readObject(file),
    },
  ];
}

/** CDK writes `unknown-account` and `unknown-region` for what the app leaves open. */
function concrete(value: string | undefined): string | undefined {
  return value === undefined || value === '' || value.startsWith('unknown-') ? undefined : value;
}

function readObject(file: string): JsonObject {
  let parsed: Json;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const what =
      cause instanceof SyntaxError ? `is no JSON: ${cause.message}` : 'cannot be read. Has the app been synthesized?';
    throw new LocalRuntimeError(`${file} ${what}`, { cause });
  }
  if (!isObject(parsed)) throw new LocalRuntimeError(`${file} holds no JSON object`);
  return parsed;
}
