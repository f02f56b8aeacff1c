import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { sha256 } from './hashing.ts';
import type { KeyMaterial } from './sealing.ts';

/** Fewer characters are no key. */
const LEAST_CHARS = 32;
const KEY_ID_CHARS = 12;

/**
 * The secret has no text that could be a key.
 *
 * @public
 */
export class MasterKeyError extends Error {
  override readonly name = 'MasterKeyError';
}

/** A key that Secrets Manager has generated: read once, when it is first needed. */
export const secretsManagerKey = (
  secretId: string,
  client = new SecretsManagerClient({}),
): (() => Promise<KeyMaterial>) => {
  let key: Promise<KeyMaterial> | undefined;
  const read = async (): Promise<KeyMaterial> => {
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    if (SecretString.length < LEAST_CHARS) throw new MasterKeyError('the secret is too short to be a key');
    return { keyId: sha256(SecretString).slice(0, KEY_ID_CHARS), secret: Buffer.from(SecretString) };
  };
  return () => {
    key ??= read().catch(error => {
      key = undefined;
      throw error;
    });
    return key;
  };
};
