import { isObject } from '../json.ts';
import type { JsonObject } from '../types.ts';

/** A refusal as AWS's JSON protocols say it: an error code, a sentence, an HTTP status. Thrown by the local services, answered by the gateway. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  readonly code: string;
  readonly status: number;
  /** The code of the older query protocol, which the SDK puts before the JSON one for SQS. */
  readonly queryCode: string | undefined;

  constructor(code: string, message: string, options: { status?: number; queryCode?: string } = {}) {
    super(message);
    this.code = code;
    this.status = options.status ?? 400;
    this.queryCode = options.queryCode;
  }
}

/** A service behind the gateway: one action, its body, its answer. Throws {@link AwsError} to refuse. */
export type Service = (action: string, body: JsonObject) => Promise<JsonObject> | JsonObject;

/**
 * The body of a request of the AWS JSON protocol.
 * @throws AwsError `SerializationException` when it is no JSON object.
 */
export const parseBody = (bytes: Buffer): JsonObject => {
  try {
    const body: unknown = bytes.length === 0 ? {} : JSON.parse(bytes.toString('utf8'));
    if (isObject(body)) return body;
  } catch {
    // Answered below in AWS's words: the caller's JSON is broken, there is nothing to add.
  }
  throw new AwsError('SerializationException', 'The request body is not a JSON object.');
};
