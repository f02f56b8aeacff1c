import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { InvalidCursorError } from '../../application/cursor.ts';
import {
  CommandRefusedError,
  CommitIdReusedError,
  CommitTooLargeError,
  ConcurrencyError,
  InvalidCommitError,
  LoopError,
  StoreUnavailableError,
} from '../../application/errors.ts';
import { KeysUnavailableError } from '../../application/player-keys.ts';
import { NotYetError } from '../../application/read-after.ts';
import { VersionAheadError } from '../../application/time-travel.ts';
import type { RefusalCode } from '../../domain/decider.ts';
import { FutureSchemaError } from '../../events/envelope.ts';

/** What is wrong with a field: `path` is a JSON Pointer into the request. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** A request that cannot be answered as asked. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly status: number;
  readonly code: string;
  readonly fields: readonly FieldProblem[];
  constructor(status: number, code: string, message: string, fields: readonly FieldProblem[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

const REFUSALS: Readonly<Record<RefusalCode, number>> = {
  'unknown-match': 404,
  'unknown-prediction': 404,
  'unknown-pool': 404,
  'unknown-player': 404,
  forgotten: 410,
  'not-a-member': 404,
  'not-permitted': 403,
  'already-exists': 409,
  locked: 409,
  'not-kicked-off': 409,
  'wrong-status': 409,
};

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
}

const problemOf = (error: unknown): Problem => {
  if (error instanceof RequestError)
    return {
      status: error.status,
      code: error.code,
      detail: error.message,
      ...(error.fields.length > 0 && { errors: error.fields }),
    };
  if (error instanceof CommandRefusedError)
    return { status: REFUSALS[error.refusal.code], code: error.refusal.code, detail: error.refusal.message };
  if (error instanceof ConcurrencyError)
    return { status: 409, code: 'conflict', detail: 'others changed this at the same time: try again' };
  if (error instanceof VersionAheadError) return { status: 404, code: 'unknown-version', detail: error.message };
  if (error instanceof NotYetError)
    return { status: 503, code: 'not-yet', detail: 'the read model is not that far yet: repeat the request' };
  if (error instanceof InvalidCursorError) return { status: 400, code: 'invalid-cursor', detail: error.message };
  if (error instanceof CommitTooLargeError) return { status: 413, code: 'too-large', detail: error.message };
  if (error instanceof CommitIdReusedError)
    return { status: 422, code: 'key-reused', detail: 'the Idempotency-Key is that of another request' };
  if (error instanceof InvalidCommitError || error instanceof LoopError)
    return { status: 422, code: 'invalid', detail: error.message };
  if (error instanceof StoreUnavailableError || error instanceof KeysUnavailableError)
    return { status: 503, code: 'unavailable', detail: 'the store does not answer: repeat the request' };
  // A deployment is under way, and newer code was faster: the same request is answered when it has arrived here.
  if (error instanceof FutureSchemaError)
    return { status: 503, code: 'unavailable', detail: 'a newer version wrote this: repeat the request' };
  return { status: 500, code: 'internal', detail: 'an error on our side; it is logged' };
};

/** The answer to a request that failed: RFC 9457 problem details. Errors of ours say nothing of our insides. */
export const problemResponse = (error: unknown): APIGatewayProxyStructuredResultV2 => {
  const { status, code, ...rest } = problemOf(error);
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json', ...(status === 503 && { 'retry-after': '1' }) },
    body: JSON.stringify({ type: `https://matchday.example/problems/${code}`, title: code, status, ...rest }),
  };
};
