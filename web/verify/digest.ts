import type { Digest } from '../../shared/domain/proof/path.ts';

/** SHA-256 as the browser does it: base64url without padding. Nothing leaves the page. */
export const webDigest: Digest = async text => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
};
