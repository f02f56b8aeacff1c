import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { wildcard } from '../iam/wildcard.ts';
import { isObject, listAt, objectAt, textAt, textsAt } from '../json.ts';
import { assetFolders } from '../template/assets.ts';
import { BUCKET_DEPLOYMENT } from '../template/unsupported.ts';
import { textOf } from '../template/values.ts';
import {
  type AccessControl,
  type Assembly,
  type Json,
  type JsonObject,
  LocalRuntimeError,
  type Resource,
} from '../types.ts';
import { contentTypeOf } from './content-types.ts';
import type { S3Demand } from './request.ts';
import type { S3Service } from './service.ts';

/** What copying assets into buckets needs. */
export interface BucketDeploymentOptions {
  readonly assembly: Assembly;
  /** The cloud assembly, where the assets are. */
  readonly directory: string;
  readonly access: AccessControl;
  readonly s3: S3Service;
}

/** Files by their key. */
type Files = ReadonlyMap<string, Buffer>;

const filesIn = (folder: string): Files =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map(file => [relative(folder, file).split(sep).join('/'), readFileSync(file)]),
  );

/** A value as it stands within a text of JSON, or as it is. */
const encoded = (value: Json, jsonEscape: boolean): string => {
  if (!jsonEscape) return textOf(value) ?? JSON.stringify(value);
  const json = JSON.stringify(value);
  return typeof value === 'string' ? json.slice(1, -1) : json;
};

/** Puts the values that only a deployment knows where their markers are. */
const fill = (files: Files, markers: JsonObject | undefined, jsonEscape: boolean): Files => {
  const replacements = Object.entries(markers ?? {});
  if (replacements.length === 0) return files;
  const filled = (bytes: Buffer): Buffer => {
    // As text of one byte a character: what is no text stays as it is.
    let text = bytes.toString('latin1');
    for (const [marker, value] of replacements)
      text = text.replaceAll(marker, () => Buffer.from(encoded(value, jsonEscape)).toString('latin1'));
    return Buffer.from(text, 'latin1');
  };
  return new Map([...files].map(([key, bytes]) => [key, filled(bytes)]));
};

/** What the filters leave: of those that fit a key, the last one counts. */
const selected = ({ properties }: Resource): ((key: string) => boolean) => {
  const filters = [
    ...textsAt(properties, 'Exclude').map(pattern => [wildcard(pattern), false] as const),
    ...textsAt(properties, 'Include').map(pattern => [wildcard(pattern), true] as const),
  ];
  return key => filters.findLast(([matches]) => matches(key))?.[1] ?? true;
};

/** Asks as the role of the function that copies on AWS, which so may do no more here than there. */
const createGuard = ({ assembly, access }: BucketDeploymentOptions, { properties }: Resource) => {
  const copier = assembly.byArn(textAt(properties, 'ServiceToken') ?? '');
  const principal = textAt(copier?.properties, 'Role') ?? '';
  return (demands: readonly S3Demand[]): void => {
    for (const demand of demands) {
      const decision = access.decide({ principal, ...demand });
      if (!decision.allowed) throw new LocalRuntimeError(decision.reason);
    }
  };
};

const sourcesOf = (
  deployment: Resource,
  folders: ReadonlyMap<string, string>,
  guard: (demands: readonly S3Demand[]) => void,
): Files => {
  const { stack, logicalId, properties } = deployment;
  const buckets = textsAt(properties, 'SourceBucketNames');
  const [markers, configs] = ['SourceMarkers', 'SourceMarkersConfig'].map(name => listAt(properties, name));
  const files = textsAt(properties, 'SourceObjectKeys').flatMap((key, index) => {
    const folder = folders.get(key);
    if (folder === undefined) throw new LocalRuntimeError(`${stack}/${logicalId}: there is no asset ${key}.`);
    guard([{ action: 's3:GetObject', resource: `arn:aws:s3:::${buckets[index]}/${key}` }]);
    const [values, config] = [markers?.[index], configs?.[index]];
    const jsonEscape = isObject(config) && config.jsonEscape === true;
    return [...fill(filesIn(folder), isObject(values) ? values : undefined, jsonEscape)];
  });
  return new Map(files);
};

/**
 * Does what the CDK's bucket deployments do when a stack is deployed: copies assets of the assembly into buckets.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3_deployment-readme.html
 * @throws LocalRuntimeError for an asset that is missing, or a role that may not copy
 */
export const deployBuckets = (options: BucketDeploymentOptions): void => {
  const { assembly, directory, s3 } = options;
  const deployments = assembly.ofType(BUCKET_DEPLOYMENT);
  const folders = deployments.length > 0 ? assetFolders(directory) : new Map<string, string>();
  for (const deployment of deployments) {
    const { properties } = deployment;
    const bucket = textAt(properties, 'DestinationBucketName') ?? '';
    const guard = createGuard(options, deployment);
    const isSelected = selected(deployment);
    guard([{ action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` }]);
    const metadata = objectAt(properties, 'SystemMetadata');
    for (const [key, body] of sourcesOf(deployment, folders, guard)) {
      if (!isSelected(key)) continue;
      const header = (name: string): string | undefined =>
        textAt(metadata, name) ?? (name === 'content-type' ? contentTypeOf(key) : undefined);
      s3.answer({ method: 'PUT', bucket, key, query: new URLSearchParams(), header, body }, guard);
    }
  }
};
