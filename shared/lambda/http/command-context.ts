import { hash, randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type CommandContext, systemClock } from '../../application/execution.ts';
import type { Precondition } from '../../application/precondition.ts';
import type { Principal } from './principal.ts';
import { RequestError } from './problem.ts';

/** Characters that an Idempotency-Key may have: it is stored as the commit's id. */
export const IDEMPOTENCY_KEY = /^[\w.:-]{1,100}$/;
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** A valid `traceparent`; one that is not is ignored, as the specification says. https://www.w3.org/TR/trace-context/ */
const traceparentOf = ({ headers: { traceparent } }: APIGatewayProxyEventV2): string | undefined =>
  traceparent !== undefined && TRACEPARENT.test(traceparent) ? traceparent : undefined;

/** Characters of the digest of a request: 96 bits, base64url. It is stored with the commit. */
const REQUEST_CHARS = 16;

/** What a command is besides its words: its body, read, and the version it is for. */
interface Asked {
  readonly json: unknown;
  readonly precondition: Precondition | undefined;
}

/** A digest of who asks for what: the same for a request that is sent again, however its JSON is spaced. */
const requestDigest = (event: APIGatewayProxyEventV2, { playerId }: Principal, { json, precondition }: Asked): string =>
  hash(
    'sha256',
    JSON.stringify([playerId, event.routeKey, event.pathParameters, json, ...(precondition ? [precondition] : [])]),
    'base64url',
  ).slice(0, REQUEST_CHARS);

/**
 * Who commands, because of what, and under which id a repeat of it is known.
 *
 * @throws RequestError 400 for an Idempotency-Key that cannot be one
 */
export const commandContext = (event: APIGatewayProxyEventV2, principal: Principal, asked: Asked): CommandContext => {
  const { tenantId, playerId } = principal;
  const key = event.headers['idempotency-key'];
  if (key !== undefined && !IDEMPOTENCY_KEY.test(key))
    throw new RequestError(400, 'invalid-request', 'Idempotency-Key must be 1 to 100 letters, digits, and _.:-');
  const commandId = key ?? randomUUID();
  return {
    tenantId,
    actor: playerId,
    correlationId: commandId,
    causationId: commandId,
    commitId: commandId,
    now: systemClock(),
    hops: 0,
    priority: 'normal',
    traceparent: traceparentOf(event),
    ...(key !== undefined && { request: requestDigest(event, principal, asked) }),
    ...(asked.precondition !== undefined && { precondition: asked.precondition }),
  };
};
