import { ApiError } from './api-error.ts';

/** Answers after which the same request may succeed: somebody else won, too many requests, out of order. */
const PASSING = new Set([429, 500, 502, 503, 504]);
const MAX_ATTEMPTS = 5;
const BACK_OFF_MS = 100;

const pause = (attempt: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, BACK_OFF_MS * 2 ** attempt));

const mayPass = (error: unknown): boolean =>
  error instanceof ApiError && (PASSING.has(error.status) || error.code === 'conflict' || error.code === 'unreachable');

/** What a problem (RFC 9457), the gateway, or a user pool says of an error. */
interface Said {
  readonly title?: string;
  readonly detail?: string;
  readonly message?: string;
  readonly error_description?: string;
}

/** Undefined: it is not JSON. An answer without a body says nothing. */
const parsed = (text: string): unknown => {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
};

const once = async <T>(url: string, init: RequestInit): Promise<T> => {
  const [response, text] = await fetch(url, init)
    .then(async answer => [answer, await answer.text()] as const)
    .catch(cause => {
      throw new ApiError(`${url} does not answer`, { cause });
    });
  const body = parsed(text);
  const { status, statusText } = response;
  const failed = (detail: string, code: string) =>
    new ApiError(`${init.method} ${new URL(url).pathname}: ${status} ${detail}`, { status, code });
  if (response.ok && body === undefined) throw failed('the answer is not JSON', 'not-json');
  if (response.ok) return body as T;
  const { title = 'unknown', detail, message, error_description: description }: Said = body ?? {};
  throw failed(detail ?? message ?? description ?? statusText, title);
};

/**
 * Asks for JSON, and again a little later when a passing trouble was met: only what may be asked twice.
 *
 * @throws ApiError
 */
export const ask = async <T>(url: string, init: RequestInit): Promise<T> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await once<T>(url, init);
    } catch (error) {
      if (!mayPass(error) || attempt >= MAX_ATTEMPTS) throw error;
      await pause(attempt);
    }
  }
};
