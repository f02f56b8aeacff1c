import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { parseJson, UnsafeJsonError } from './json-text.ts';
import { RequestError } from './problem.ts';

/** What a body may take. */
export const MAX_BODY_BYTES = 64 * 1024;

const invalid = (path: string, message: string): RequestError =>
  new RequestError(400, 'invalid-request', `${path}: ${message}`, [{ path, message }]);

/** The text of a body, as it was sent: API Gateway passes on what it takes for text, and the rest in base64. */
const textOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string => {
  if (!isBase64Encoded) return body;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(body, 'base64'));
  } catch {
    throw invalid('/body', 'is not UTF-8');
  }
};

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

const checkType = (type: string | undefined): void => {
  if (!JSON_TYPE.test(type?.trim() ?? ''))
    throw new RequestError(415, 'unsupported-media-type', 'a body must be JSON: content-type: application/json');
};

/**
 * The JSON that a request brings; undefined when it has no body.
 *
 * @throws RequestError 413 too many bytes, 415 not said to be JSON, 400 not JSON, or JSON that is not safe to read
 */
export const jsonBody = (event: APIGatewayProxyEventV2): unknown => {
  if (event.body === undefined || event.body === '') return undefined;
  if (Buffer.byteLength(event.body, event.isBase64Encoded ? 'base64' : 'utf8') > MAX_BODY_BYTES)
    throw new RequestError(413, 'too-large', `the body may take ${MAX_BODY_BYTES} bytes`);
  checkType(event.headers['content-type']);
  const text = textOf(event);
  try {
    return parseJson(text, 'body');
  } catch (error) {
    if (error instanceof UnsafeJsonError) throw invalid(error.problem.path, error.problem.message);
    throw invalid('/body', 'is not JSON');
  }
};
