import { createHash } from 'node:crypto';
import { textOf } from '../template/values.ts';
import type { Assembly, Resource } from '../types.ts';

/** What a function signs its requests with, as Lambda puts it into the environment. */
export interface Credentials {
  readonly AWS_ACCESS_KEY_ID: string;
  readonly AWS_SECRET_ACCESS_KEY: string;
  readonly AWS_SESSION_TOKEN: string;
}

/** Credentials that say which role a function runs under. They prove nothing: nobody else is on this machine. */
export function credentialsOf(lambda: Resource): Credentials {
  return {
    AWS_ACCESS_KEY_ID: accessKeyOf(textOf(lambda.properties.Role) ?? ''),
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
  };
}

const roles = new WeakMap<Assembly, ReadonlyMap<string, string>>();

/** The role that signs with an access key; undefined for a key that no function of the assembly was given. */
export function roleArnOfAccessKey(assembly: Assembly, accessKeyId: string): string | undefined {
  let known = roles.get(assembly);
  if (known === undefined) {
    const arns = assembly.ofType('AWS::Lambda::Function').flatMap(lambda => textOf(lambda.properties.Role) ?? []);
    known = new Map(arns.map(arn => [accessKeyOf(arn), arn]));
    roles.set(assembly, known);
  }
  return known.get(accessKeyId);
}

/** Twenty capital letters and digits, as AWS's have; DynamoDB Local refuses other characters. */
function accessKeyOf(roleArn: string): string {
  return `LOCAL${createHash('sha256').update(roleArn).digest('hex').slice(0, 15).toUpperCase()}`;
}
