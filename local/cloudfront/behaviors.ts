import { wildcard } from '../iam/wildcard.ts';
import { booleanAt, objectAt, objectsAt, textAt } from '../json.ts';
import { type Assembly, type JsonObject, LocalRuntimeError, type Resource } from '../types.ts';
import { type AddedHeaders, headersPolicyOf } from './headers-policy.ts';
import { type ViewerFunction, viewerFunctionOf } from './viewer-function.ts';

/** Where what is served comes from: a bucket by its name, or an API by its host. */
export type Origin =
  | { readonly kind: 'bucket'; readonly bucket: string; readonly signed: boolean }
  | { readonly kind: 'http'; readonly host: string };

/** How requests for some paths are served. */
export interface Behavior {
  readonly origin: Origin;
  readonly methods: readonly string[];
  readonly compress: boolean;
  /** What the request becomes before anything is looked for. */
  readonly rewrite: ViewerFunction;
  readonly headers: AddedHeaders;
}

/** The behavior that a path takes. */
export type Behaviors = (path: string) => Behavior;

const READING = ['GET', 'HEAD'];

const originsOf = (config: JsonObject | undefined, assembly: Assembly, where: string): ReadonlyMap<string, Origin> => {
  const bucketAt = (host: string) =>
    assembly.ofType('AWS::S3::Bucket').find(({ name }) => host === `${name}.s3.${assembly.region}.amazonaws.com`);
  return new Map(
    objectsAt(config, 'Origins').map((origin): [string, Origin] => {
      const host = textAt(origin, 'DomainName') ?? '';
      const id = textAt(origin, 'Id') ?? '';
      const bucket = bucketAt(host);
      if (bucket)
        return [
          id,
          { kind: 'bucket', bucket: bucket.name, signed: textAt(origin, 'OriginAccessControlId') !== undefined },
        ];
      if (/^127\.0\.0\.1:\d+$/.test(host)) return [id, { kind: 'http', host }];
      throw new LocalRuntimeError(`${where}: ${host} is no bucket and no API of the template.`);
    }),
  );
};

/**
 * The behaviors of a distribution: the first whose pattern fits a path, else the default one.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html
 *
 * @throws LocalRuntimeError for origins and functions that do not run here
 */
export const behaviorsOf = (distribution: Resource, assembly: Assembly): Behaviors => {
  const where = `${distribution.stack}/${distribution.logicalId}`;
  const config = objectAt(distribution.properties, 'DistributionConfig');
  const origins = originsOf(config, assembly, where);
  const behaviorOf = (raw: JsonObject | undefined): Behavior => {
    const origin = origins.get(textAt(raw, 'TargetOriginId') ?? '');
    if (origin === undefined) throw new LocalRuntimeError(`${where}: a behavior has no origin.`);
    const methods = raw?.AllowedMethods;
    return {
      origin,
      methods: Array.isArray(methods) ? methods.map(String) : READING,
      compress: booleanAt(raw, 'Compress') ?? false,
      rewrite: viewerFunctionOf(raw, assembly, where),
      headers: headersPolicyOf(raw, assembly, where),
    };
  };
  const listed = objectsAt(config, 'CacheBehaviors').map(
    raw => [wildcard(textAt(raw, 'PathPattern') ?? ''), behaviorOf(raw)] as const,
  );
  const fallback = behaviorOf(objectAt(config, 'DefaultCacheBehavior'));
  return path => listed.find(([matches]) => matches(path))?.[1] ?? fallback;
};
