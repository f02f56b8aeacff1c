import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsError, type Service } from '../gateway/protocol.ts';
import { booleanAt, numberAt, objectAt, textAt } from '../json.ts';
import type { Assembly, JsonObject, Resource } from '../types.ts';

const TYPE = 'AWS::SecretsManager::Secret';
/** What a secret is made of when the template does not say. */
const DEFAULT_LENGTH = 32;
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-secret-generatesecretstring.html */
const generate = (settings: JsonObject): string => {
  const excluded = textAt(settings, 'ExcludeCharacters') ?? '';
  const all = booleanAt(settings, 'ExcludePunctuation') === true ? LETTERS : LETTERS + PUNCTUATION;
  const characters = [...all].filter(character => !excluded.includes(character));
  const length = numberAt(settings, 'PasswordLength') ?? DEFAULT_LENGTH;
  return Array.from({ length }, () => characters[randomInt(characters.length)]).join('');
};

/** The value of a secret that the template states or has generated: as it was at the first start, when there is a folder for it. */
const secretText = ({ name, properties }: Resource, directory: string | undefined): string => {
  const stated = textAt(properties, 'SecretString');
  if (stated !== undefined) return stated;
  const made = generate(objectAt(properties, 'GenerateSecretString') ?? {});
  if (directory === undefined) return made;
  const file = join(directory, encodeURIComponent(name));
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, made, { flag: 'wx', mode: 0o600 });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readFileSync(file, 'utf8');
  }
};

/** The secret that a request names by ARN or by name. */
const secretNamed = (assembly: Assembly, body: JsonObject): Resource | undefined => {
  const id = textAt(body, 'SecretId');
  return assembly.ofType(TYPE).find(({ arn, name }) => id === arn || id === name);
};

/** The ARN that IAM is asked about. */
export const secretArnOf = (assembly: Assembly, body: JsonObject): string =>
  secretNamed(assembly, body)?.arn ?? textAt(body, 'SecretId') ?? '*';

/** Secrets Manager with the secrets of the template: they can be read. In memory, or kept in a folder. */
export const createSecretsService = (assembly: Assembly, directory?: string): Service => {
  const values = new Map(assembly.ofType(TYPE).map(secret => [secret.arn, secretText(secret, directory)]));
  return (action, body) => {
    if (action !== 'GetSecretValue')
      throw new AwsError('UnknownOperationException', `The secrets of this machine know no ${action}.`);
    const secret = secretNamed(assembly, body);
    const value = secret && values.get(secret.arn);
    if (value === undefined)
      throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    return { ARN: secret?.arn ?? '', Name: secret?.name ?? '', SecretString: value, VersionStages: ['AWSCURRENT'] };
  };
};
