import type * as z from 'zod';

/** What is wrong with a field: `path` is a JSON Pointer into the request. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** A JSON Pointer (RFC 6901): `/body/predicted/home`. */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

type Issue = z.core.$ZodIssue;

/** How far into the value an alternative got before it went wrong. */
const depthOf = (issues: readonly Issue[]): number => Math.max(0, ...issues.map(({ path }) => path.length));

/** Of a union the alternative that was meant most likely: the one that fits furthest. */
const closest = (alternatives: readonly (readonly Issue[])[]): readonly Issue[] => {
  const [first = [], ...others] = alternatives;
  return others.reduce((best, other) => (depthOf(other) > depthOf(best) ? other : best), first);
};

/** The problems of one issue: one for each unknown field, and those of the closest alternative of a union that has no words of its own. */
const problemsOf = (issue: Issue, before: readonly PropertyKey[]): readonly FieldProblem[] => {
  const path = [...before, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({ path: pointer([...path, key]), message: 'is not a field of this' }));
  if (issue.code === 'invalid_union' && issue.message === 'Invalid input') {
    const meant = closest(issue.errors);
    if (depthOf(meant) > 0 || meant.some(({ code }) => code === 'unrecognized_keys'))
      return meant.flatMap(inner => problemsOf(inner, path));
  }
  return [{ path: pointer(path), message: issue.message }];
};

/** What is wrong with a part of a request, field by field. */
export const fieldProblems = (error: z.ZodError, where: string): readonly FieldProblem[] =>
  error.issues.flatMap(issue => problemsOf(issue, [where]));
