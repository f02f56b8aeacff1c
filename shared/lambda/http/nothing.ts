import * as z from 'zod';

/** The query of a route that takes none: any word in it is refused. */
export const nothing = z.strictObject({});

/** The body of a command that takes none: it has none, or `{}`. */
export const emptyBody = nothing.optional();

/** The body of a question, and of whatever takes none at all: `{}` is refused too. */
export const withoutBody = z.undefined();
