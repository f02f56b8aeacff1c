import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A resource as CloudFormation gets it. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: unknown;
}

/** By logical id, of all stacks: an id occurs in one of them. */
export type Resources = Readonly<Record<string, TemplateResource>>;

/** The value at a path such as `Targets.0.Arn`; undefined where there is none. */
export const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined | null)?.[name], value);

/** A value that may be given alone or in a list. */
export const list = (value: unknown): readonly unknown[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};

/**
 * The resources that a value refers to, however deep: by `Ref`, by `Fn::GetAtt`, or by the export of another stack, which has
 * the logical id in its name.
 */
export const mentioned = (resources: Resources, value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(item => mentioned(resources, item));
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'Ref') return Object.hasOwn(resources, String(inner)) ? [String(inner)] : [];
    if (key === 'Fn::GetAtt') return mentioned(resources, { Ref: list(inner)[0] });
    if (key === 'Fn::ImportValue') return Object.keys(resources).filter(id => String(inner).includes(id));
    return mentioned(resources, inner);
  });
};

/** The resources of an app as its constructs stand, before they are written into templates. */
export const resourcesOf = (root: IConstruct): Resources =>
  Object.assign(
    {},
    ...root.node
      .findAll()
      .filter(construct => construct instanceof CfnResource)
      .map(resource => at(resource.stack.resolve(resource._toCloudFormation()), 'Resources')),
  );
