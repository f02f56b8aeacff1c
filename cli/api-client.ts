/** The API answered with a problem (RFC 9457), or not at all. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;
  constructor(
    message: string,
    { status = 0, code = 'unreachable', cause }: { status?: number; code?: string; cause?: unknown },
  ) {
    super(message, { cause });
    this.status = status;
    this.code = code;
  }
}

/** Who asks: the development principal, `tenant/player` or `tenant/player/organiser`. */
export type Caller = string;

/** The HTTP API, for programs at a terminal. */
export interface ApiClient {
  /** @throws ApiError */
  get<T>(caller: Caller, path: string): Promise<T>;
  /** @throws ApiError */
  post<T>(caller: Caller, path: string, body?: unknown): Promise<T>;
}

/** Answers after which the same request may succeed: somebody else won, too many requests, out of order. */
const PASSING = new Set([429, 500, 502, 503, 504]);
const MAX_ATTEMPTS = 5;
const BACK_OFF_MS = 100;

const pause = (attempt: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, BACK_OFF_MS * 2 ** attempt));

const mayPass = (error: unknown): boolean =>
  error instanceof ApiError && (PASSING.has(error.status) || error.code === 'conflict' || error.code === 'unreachable');

const once = async <T>(url: string, init: RequestInit): Promise<T> => {
  const response = await fetch(url, init).catch(cause => {
    throw new ApiError(`${url} does not answer`, { cause });
  });
  const body = (await response.json().catch(() => ({}))) as { title?: string; detail?: string };
  if (response.ok) return body as T;
  const { title = 'unknown', detail = response.statusText } = body;
  throw new ApiError(`${init.method} ${new URL(url).pathname}: ${response.status} ${detail}`, {
    status: response.status,
    code: title,
  });
};

const request = async <T>(url: string, init: RequestInit): Promise<T> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await once<T>(url, init);
    } catch (error) {
      if (!mayPass(error) || attempt >= MAX_ATTEMPTS) throw error;
      await pause(attempt);
    }
  }
};

/**
 * A client of the API at `baseUrl`. Requests that a passing trouble met are repeated, with the same Idempotency-Key.
 */
export const apiClient = (baseUrl: string): ApiClient => {
  const headers = (caller: Caller) => ({ 'x-development-principal': caller });
  return {
    get: (caller, path) => request(baseUrl + path, { method: 'GET', headers: headers(caller) }),
    post: (caller, path, body) =>
      request(baseUrl + path, {
        method: 'POST',
        headers: { ...headers(caller), 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  };
};
