import { hash } from 'node:crypto';
import type { Sha256 } from '../application/merkle.ts';

/** In one call, without an object for it: half the time of `createHash` for a few hundred bytes. */
export const sha256: Sha256 = text => hash('sha256', text, 'base64url');
