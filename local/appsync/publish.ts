import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isObject, listAt, textAt } from '../json.ts';
import type { AccessControl, JsonObject, Report } from '../types.ts';
import { type Channel, channelOf } from './channel.ts';
import type { EventApi } from './event-api.ts';

/** What publishing needs of the machine. */
export interface PublishOptions {
  readonly access: AccessControl;
  /** ARN of the role an access key stands for; undefined: unknown key. */
  readonly roleOf: (accessKeyId: string) => string | undefined;
  readonly report: Report;
}

/** An answer over HTTP. */
export interface Answer {
  readonly status: number;
  readonly body: JsonObject;
}

/** https://docs.aws.amazon.com/general/latest/gr/appsync.html */
const MAX_EVENTS = 5;
export const MAX_EVENT_BYTES = 240 * 1024;

/** The access key of the person at this machine, who may do everything. */
const OPERATOR = 'operator';

const refusal = (status: number, errorType: string, message: string): Answer => ({
  status,
  body: { errors: [{ errorType, message }] },
});
export const badRequest = (message: string): Answer => refusal(400, 'BadRequestException', message);

const callerOf = (request: IncomingMessage): string =>
  /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/\d+\/[^/]+\/appsync\/aws4_request/.exec(
    request.headers.authorization ?? '',
  )?.[1] ?? '';

/** What is wrong with the events of a publication. */
const problemOf = (events: readonly unknown[]): string | undefined => {
  if (events.length === 0 || events.length > MAX_EVENTS) return `There may be 1 to ${MAX_EVENTS} events.`;
  for (const event of events) {
    if (typeof event !== 'string') return 'An event must be JSON as a text.';
    if (Buffer.byteLength(event) > MAX_EVENT_BYTES) return `An event may have ${MAX_EVENT_BYTES} bytes.`;
    try {
      JSON.parse(event);
    } catch {
      return 'An event must be JSON as a text.';
    }
  }
  return undefined;
};

const parse = (text: string): JsonObject | undefined => {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) ? body : undefined;
  } catch {
    return undefined;
  }
};

/** Answers `POST /event`, and hands over what was published. https://docs.aws.amazon.com/appsync/latest/eventapi/publish-http.html */
export const publisher =
  (api: EventApi, { access, roleOf, report }: PublishOptions, broadcast: (to: Channel, event: string) => void) =>
  (request: IncomingMessage, text: string): Answer => {
    const body = parse(text);
    const channel = channelOf(textAt(body, 'channel') ?? '');
    const namespace = api.namespaces.get(channel?.[0] ?? '');
    if (channel === undefined || namespace === undefined) return badRequest('There is no such channel.');
    const caller = callerOf(request);
    if (caller !== OPERATOR) {
      const principal = roleOf(caller) ?? '';
      const decision = access.decide({ principal, action: 'appsync:EventPublish', resource: namespace.arn });
      if (!decision.allowed) {
        report({ level: 'error', part: 'appsync', message: decision.reason });
        return refusal(403, 'UnauthorizedException', 'You are not authorized to make this call.');
      }
    }
    const events = listAt(body, 'events');
    const problem = problemOf(events);
    if (problem !== undefined) return badRequest(problem);
    for (const event of events) broadcast(channel, String(event));
    const successful = events.map((_, index) => ({ identifier: randomUUID(), index }));
    return { status: 200, body: { failed: [], successful } };
  };
