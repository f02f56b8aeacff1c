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
