/**
 * A function was deployed without a variable that it needs.
 *
 * @public
 */
export class MissingEnvironmentError extends Error {
  override readonly name = 'MissingEnvironmentError';
}

/**
 * Reads an environment variable. Called at import, so that a forgotten one fails the deployment's first invocation, not the thousandth.
 *
 * @throws MissingEnvironmentError
 */
export const environment = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new MissingEnvironmentError(`the environment variable ${name} is not set`);
  return value;
};

/** Reads an environment variable that a function can do without; undefined: it was deployed without. */
export const optionalEnvironment = (name: string): string | undefined => process.env[name] || undefined;
