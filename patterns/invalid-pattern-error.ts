/** Where in a pattern something stands: field names, and positions in arrays. */
export type PatternPath = readonly (string | number)[];

/**
 * A pattern that EventBridge refuses with `InvalidEventPatternException`.
 * `path` leads to the offending part of the pattern (`detail.state[0].prefix`; empty for the pattern itself).
 */
export class InvalidPatternError extends Error {
  override readonly name = 'InvalidPatternError';
  readonly path: string;
  readonly reason: string;
  constructor(path: string, reason: string, options: { cause?: unknown } = {}) {
    super(`Event pattern is not valid${path === '' ? '' : ` at ${path}`}: ${reason}`, options);
    this.path = path;
    this.reason = reason;
  }
}

/** Throws the {@link InvalidPatternError} of a place in the pattern. */
export function refuse(path: PatternPath, reason: string): never {
  throw new InvalidPatternError(render(path), reason);
}

function render(path: PatternPath): string {
  return path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}
