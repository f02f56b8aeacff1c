import { AwsClient } from 'aws4fetch';
import type { LiveChannel } from '../application/push-live.ts';
import type { Hint } from '../events/live-events.ts';

/** Where hints go, and what is known of the time. */
export interface AppSyncEventsOptions {
  /** The API's host for HTTP, with its port where that is not 443. */
  readonly host: string;
  /** `http` for an endpoint on this machine. */
  readonly scheme: 'https' | 'http';
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** 0..1 */
  readonly random: () => number;
  /** Until an attempt is given up, in milliseconds. */
  readonly timeoutMs?: number;
}

/**
 * AppSync did not take a hint.
 *
 * @public
 */
export class LiveChannelError extends Error {
  override readonly name = 'LiveChannelError';
}

/** https://docs.aws.amazon.com/appsync/latest/eventapi/publish-http.html */
const MAX_EVENTS = 5;
const TIMEOUT_MS = 2000;
const MAX_ATTEMPTS = 3;
const BACK_OFF_MS = 100;
const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;

/** What AppSync answers. */
interface Published {
  readonly failed?: readonly { readonly index: number; readonly code?: number; readonly message?: string }[];
}

/** Refused for a reason that passes: told apart, because everything else is refused again. */
class PassingError extends LiveChannelError {}

/** The credentials of the function, which may not be there yet when it is imported. */
const clientOf = (): AwsClient =>
  new AwsClient({
    accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? '',
    ...(process.env.AWS_SESSION_TOKEN !== undefined && { sessionToken: process.env.AWS_SESSION_TOKEN }),
    service: 'appsync',
    region: process.env.AWS_REGION ?? '',
    // Ours are below: they stop before the function does.
    retries: 0,
  });

const send = async (client: AwsClient, url: string, body: string, timeoutMs: number): Promise<Published> => {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await client.fetch(url, { ...init, signal }).catch(cause => {
    throw new PassingError(`${url} does not answer`, { cause });
  });
  if (response.ok) return (await response.json()) as Published;
  const passing = response.status === TOO_MANY_REQUESTS || response.status >= SERVER_ERROR;
  const message = `${url} answered ${response.status}: ${await response.text()}`;
  throw passing ? new PassingError(message) : new LiveChannelError(message);
};

/**
 * The live channel by AppSync Events: `/live/<tenant>/<topic>`. A hint that was sent twice does no harm, so what gets no answer is
 * sent again.
 */
export const appSyncEvents = ({
  host,
  scheme,
  sleep,
  random,
  timeoutMs = TIMEOUT_MS,
}: AppSyncEventsOptions): LiveChannel => {
  const url = `${scheme}://${host}/event`;
  let opened: AwsClient | undefined;
  const sendAgain = async (body: string): Promise<Published> => {
    opened ??= clientOf();
    for (let attempt = 1; ; attempt += 1)
      try {
        return await send(opened, url, body, timeoutMs);
      } catch (error) {
        if (!(error instanceof PassingError) || attempt === MAX_ATTEMPTS) throw error;
        await sleep(random() * BACK_OFF_MS * 2 ** attempt);
      }
  };
  const publish = async (channel: string, hints: readonly Hint[]): Promise<(Error | undefined)[]> => {
    const body = JSON.stringify({ channel, events: hints.map(hint => JSON.stringify(hint)) });
    try {
      const { failed = [] } = await sendAgain(body);
      const reasons = new Map(failed.map(({ index, code, message }) => [index, `${code ?? ''} ${message ?? ''}`]));
      return hints.map((_, index) =>
        reasons.has(index) ? new LiveChannelError(`was not taken: ${reasons.get(index)}`) : undefined,
      );
    } catch (error) {
      return hints.map(() => (error instanceof Error ? error : new LiveChannelError(String(error))));
    }
  };
  return {
    publish: async (tenantId, topic, hints) => {
      const errors: (Error | undefined)[] = [];
      for (let start = 0; start < hints.length; start += MAX_EVENTS)
        errors.push(...(await publish(`/live/${tenantId}/${topic}`, hints.slice(start, start + MAX_EVENTS))));
      return errors;
    },
  };
};
