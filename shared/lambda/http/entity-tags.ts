import type { Precondition } from '../../application/precondition.ts';
import { RequestError } from './problem.ts';

/**
 * The entity tag of a resource at a version of its stream: the same version, the same representation. Strong: If-Match takes
 * no other. https://www.rfc-editor.org/rfc/rfc9110#name-etag
 */
export const entityTag = (version: number): string => `"${version}"`;

const TAG = /^(W\/)?"([\x21\x23-\x7e]*)"$/;

interface Tag {
  readonly weak: boolean;
  readonly value: string;
}

const tagsOf = (header: string): readonly Tag[] | undefined => {
  const tags = header.split(',').map(part => TAG.exec(part.trim()));
  if (tags.includes(null)) return undefined;
  return tags.map(match => ({ weak: match?.[1] !== undefined, value: match?.[2] ?? '' }));
};

const malformed = (name: string): RequestError =>
  new RequestError(400, 'invalid-request', `${name} must be * or entity tags such as "3"`);

/** Whether the client has this representation already (If-None-Match of a GET). A header that cannot be read is none. */
export const isKnown = (header: string | undefined, tag: string): boolean => {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return (tagsOf(header) ?? []).some(({ value }) => `"${value}"` === tag);
};

const versionsOf = (header: string): readonly number[] => {
  const tags = tagsOf(header);
  if (!tags) throw malformed('If-Match');
  return tags.filter(({ weak, value }) => !weak && /^[1-9]\d{0,14}$/.test(value)).map(({ value }) => Number(value));
};

interface ConditionalHeaders {
  readonly 'if-match'?: string | undefined;
  readonly 'if-none-match'?: string | undefined;
}

/**
 * What a command's If-Match or If-None-Match asks of its stream; undefined without either. A weak tag, or one that is no
 * version, fits nothing.
 *
 * @throws RequestError 400 for what is neither `*` nor a list of entity tags, and for both headers
 */
export const preconditionOf = (headers: ConditionalHeaders): Precondition | undefined => {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers;
  if (match !== undefined && noneMatch !== undefined)
    throw new RequestError(400, 'invalid-request', 'If-Match and If-None-Match: give one of them');
  if (noneMatch !== undefined) {
    if (noneMatch.trim() !== '*')
      throw new RequestError(400, 'invalid-request', 'If-None-Match of a command must be *');
    return 'absent';
  }
  if (match === undefined) return undefined;
  return match.trim() === '*' ? 'exists' : versionsOf(match);
};

/** Of what is not personal: a client may keep it, and ask whether it is still so. */
export const REVALIDATED = { 'cache-control': 'private, no-cache' };
