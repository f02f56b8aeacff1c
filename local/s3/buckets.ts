import { booleanAt, numberAt, objectAt, textAt } from '../json.ts';
import type { Assembly, JsonObject } from '../types.ts';
import type { Retention } from './versions.ts';

/** A bucket of the template, as far as it changes what happens here. */
export interface Bucket {
  readonly name: string;
  readonly versioned: boolean;
  readonly objectLock: boolean;
  /** What a new version is kept under when the request does not say. */
  readonly defaultRetention: ((now: number) => Retention) | undefined;
}

const DAY_MS = 86_400_000;

const retentionOf = (properties: JsonObject): Bucket['defaultRetention'] => {
  const rule = objectAt(objectAt(objectAt(properties, 'ObjectLockConfiguration'), 'Rule'), 'DefaultRetention');
  const mode = textAt(rule, 'Mode');
  const days = numberAt(rule, 'Days') ?? 365 * (numberAt(rule, 'Years') ?? 0);
  if (mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') return undefined;
  return now => ({ mode, until: now + days * DAY_MS });
};

/** The buckets of the template, by name. Object Lock needs versions, so a bucket that has it is versioned. */
export const bucketsOf = (assembly: Assembly): ReadonlyMap<string, Bucket> =>
  new Map(
    assembly.ofType('AWS::S3::Bucket').map(({ name, properties }) => {
      const objectLock = booleanAt(properties, 'ObjectLockEnabled') ?? false;
      const versioned = textAt(objectAt(properties, 'VersioningConfiguration'), 'Status') === 'Enabled' || objectLock;
      return [
        name,
        { name, versioned, objectLock, defaultRetention: objectLock ? retentionOf(properties) : undefined },
      ];
    }),
  );
