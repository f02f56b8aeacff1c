/** An answer that says what was wrong: problem details (RFC 9457), or what the gateway said instead. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  /** `locked`, `precondition-failed`, ...: see docs/api.md; `gateway` when only the gateway answered. */
  readonly code: string;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  /** Seconds after which the same request may be answered; undefined: it would be refused again. */
  readonly retryAfter: number | undefined;
  constructor(status: number, { title, detail, errors, message }: ProblemBody, retryAfter?: number) {
    super(detail ?? message ?? `status ${status}`);
    this.status = status;
    this.code = title ?? 'gateway';
    this.errors = errors ?? [];
    this.retryAfter = retryAfter;
  }
}

/** Nobody answered. What was asked may have happened or not. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

interface ProblemBody {
  readonly title?: string;
  readonly detail?: string;
  readonly message?: string;
  readonly errors?: ProblemError['errors'];
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

const secondsOf = (response: Response): number | undefined => {
  const seconds = Number(response.headers.get('retry-after') ?? 'none');
  return Number.isFinite(seconds) ? seconds : undefined;
};

const bodyOf = (error: unknown): ProblemBody => (typeof error === 'object' && error !== null ? error : {});

/** An answer with its headers, for who needs the version (`etag`) or the server's time (`date`). */
export const asked = async <T>(
  request: Promise<Answer<T>>,
): Promise<{ readonly data: T; readonly response: Response }> => {
  const { data, error, response } = await request.catch((cause: unknown) => {
    throw cause instanceof ProblemError ? cause : new NetworkError('nobody answered', { cause });
  });
  if (!response.ok) throw new ProblemError(response.status, bodyOf(error), secondsOf(response));
  return { data: data as T, response };
};

/**
 * What the API answered.
 *
 * @throws ProblemError when it refuses
 * @throws NetworkError when nobody answers
 */
export const ask = async <T>(request: Promise<Answer<T>>): Promise<T> => (await asked(request)).data;
