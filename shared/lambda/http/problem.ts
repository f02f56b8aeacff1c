import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { KeyReusedError } from '../../application/command-answers.ts';
import { InvalidCursorError } from '../../application/cursor.ts';
import { DeadLetterQueueError, NotRedrivableError } from '../../application/dead-letters/ports.ts';
import {
  CommandRefusedError,
  CommitIdReusedError,
  CommitTooLargeError,
  ConcurrencyError,
  InvalidCommitError,
  LoopError,
  PreconditionFailedError,
  StoreUnavailableError,
} from '../../application/errors.ts';
import { KeysUnavailableError } from '../../application/player-keys.ts';
import { NotAnchoredError } from '../../application/proof.ts';
import { NotYetError } from '../../application/read-after.ts';
import { RebuildError } from '../../application/rebuild.ts';
import { VersionAheadError } from '../../application/time-travel.ts';
import { SecretSupersededError, TooManySubscriptionsError } from '../../application/webhooks/commands.ts';
import type { RefusalCode } from '../../domain/decider.ts';
import { FutureSchemaError } from '../../events/envelope.ts';
import type { FieldProblem } from './field-problems.ts';

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

/** More requests than somebody may send; `seconds` until the next is taken. */
export class TooManyRequestsError extends RequestError {
  readonly seconds: number;
  constructor(seconds: number) {
    super(429, 'too-many-requests', `too many requests: the next is taken in ${seconds} s`);
    this.seconds = seconds;
  }
}

/** Seconds after which the same request may be answered; undefined: it would be refused again. */
const retryAfter = (error: unknown, status: number): number | undefined => {
  if (error instanceof TooManyRequestsError) return error.seconds;
  return status === 503 ? 1 : undefined;
};

const REFUSALS: Readonly<Record<RefusalCode, number>> = {
  'unknown-match': 404,
  'unknown-prediction': 404,
  'unknown-pool': 404,
  'unknown-player': 404,
  'unknown-subscription': 404,
  forgotten: 410,
  'not-a-member': 404,
  'invite-only': 403,
  'unknown-invite': 404,
  'invite-expired': 410,
  'invite-used-up': 409,
  'too-many': 409,
  contradicted: 409,
  'not-permitted': 403,
  'already-exists': 409,
  locked: 409,
  'not-kicked-off': 409,
  'wrong-status': 409,
};

/** What is wrong with a request, to be told its client. */
interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
}

/** What an error means to the client. */
export const problemOf = (error: unknown): Problem => {
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
  if (error instanceof PreconditionFailedError)
    return { status: 412, code: 'precondition-failed', detail: `this is at version ${error.place.version} now` };
  if (error instanceof TooManySubscriptionsError)
    return { status: 409, code: 'too-many-subscriptions', detail: error.message };
  if (error instanceof RebuildError) return { status: 409, code: 'wrong-status', detail: error.message };
  if (error instanceof SecretSupersededError) return { status: 409, code: 'secret-superseded', detail: error.message };
  if (error instanceof NotAnchoredError)
    return { status: 404, code: 'not-anchored', detail: 'it is not anchored yet: anchors are made on a schedule' };
  if (error instanceof VersionAheadError) return { status: 404, code: 'unknown-version', detail: error.message };
  if (error instanceof NotYetError)
    return { status: 503, code: 'not-yet', detail: 'the read model is not that far yet: repeat the request' };
  if (error instanceof InvalidCursorError) return { status: 400, code: 'invalid-cursor', detail: error.message };
  if (error instanceof CommitTooLargeError) return { status: 413, code: 'too-large', detail: error.message };
  if (error instanceof CommitIdReusedError || error instanceof KeyReusedError)
    return { status: 422, code: 'key-reused', detail: 'the Idempotency-Key is that of another request' };
  if (error instanceof InvalidCommitError || error instanceof LoopError)
    return { status: 422, code: 'invalid', detail: error.message };
  if (error instanceof StoreUnavailableError || error instanceof KeysUnavailableError)
    return { status: 503, code: 'unavailable', detail: 'the store does not answer: repeat the request' };
  if (error instanceof DeadLetterQueueError)
    return { status: 503, code: 'unavailable', detail: 'a queue did not do it: repeat the request' };
  if (error instanceof NotRedrivableError) return { status: 409, code: 'not-redrivable', detail: error.message };
  // A deployment is under way, and newer code was faster: the same request is answered when it has arrived here.
  if (error instanceof FutureSchemaError)
    return { status: 503, code: 'unavailable', detail: 'a newer version wrote this: repeat the request' };
  return { status: 500, code: 'internal', detail: 'an error on our side; it is logged' };
};

/** The answer to a request that failed: RFC 9457 problem details. Errors of ours say nothing of our insides. */
export const problemResponse = (error: unknown): APIGatewayProxyStructuredResultV2 => {
  const { status, code, ...rest } = problemOf(error);
  const seconds = retryAfter(error, status);
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(seconds !== undefined && { 'retry-after': String(seconds) }),
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    },
    body: JSON.stringify({ type: `https://matchday.example/problems/${code}`, title: code, status, ...rest }),
  };
};
