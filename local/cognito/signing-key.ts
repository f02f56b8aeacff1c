import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
} from 'jose';

/** The key of a user pool. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey | Uint8Array;
  /** What is told everybody. */
  readonly keySet: JSONWebKeySet;
}

/** The algorithm of Cognito. */
export const ALGORITHM = 'RS256';

const generate = async (): Promise<JWK> =>
  exportJWK((await generateKeyPair(ALGORITHM, { extractable: true })).privateKey);

const read = async (file: string): Promise<JWK | undefined> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** A runtime that is killed leaves a whole key or none. */
const keep = async (directory: string, file: string, key: JWK): Promise<void> => {
  await mkdir(directory, { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(key), { mode: 0o600 });
  await rename(`${file}.new`, file);
};

const privateKeyOf = async (poolId: string, directory: string | undefined): Promise<JWK> => {
  if (directory === undefined) return generate();
  const file = join(directory, `${poolId}.json`);
  const kept = await read(file);
  if (kept !== undefined) return kept;
  const key = await generate();
  await keep(directory, file, key);
  return key;
};

/** The key of a user pool: the one that is kept in the folder, so that tokens survive a restart; else a new one. */
export const openSigningKey = async (poolId: string, directory: string | undefined): Promise<SigningKey> => {
  const own = await privateKeyOf(poolId, directory);
  const { kty = '', n = '', e = '' } = own;
  const kid = await calculateJwkThumbprint({ kty, n, e });
  return {
    kid,
    privateKey: await importJWK(own, ALGORITHM),
    keySet: { keys: [{ kty, n, e, kid, alg: ALGORITHM, use: 'sig' }] },
  };
};
