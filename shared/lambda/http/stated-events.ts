import * as z from 'zod';
import type { Dependencies } from '../../application/execution.ts';
import { stateFact } from '../../application/state-fact.ts';
import { catalog, type DomainEvent, isEventType } from '../../events/catalog.ts';
import { done, doneAnswers } from './done.ts';
import type { FieldProblem } from './field-problems.ts';
import { operation } from './http-handler.ts';
import { nothing } from './nothing.ts';
import { RequestError } from './problem.ts';

const invalid = (fields: readonly FieldProblem[]): RequestError =>
  new RequestError(400, 'invalid-request', fields.map(({ path, message }) => `${path}: ${message}`).join('; '), fields);

/** Paths of fields that were given and are none of the schema's: it has left them out. */
const unknownFields = (given: unknown, read: unknown, path: string): readonly FieldProblem[] => {
  if (typeof given !== 'object' || given === null || typeof read !== 'object' || read === null) return [];
  const known = read as Readonly<Record<string, unknown>>;
  return Object.entries(given).flatMap(([name, value]) =>
    Object.hasOwn(known, name)
      ? unknownFields(value, known[name], `${path}/${name}`)
      : [{ path: `${path}/${name}`, message: 'is not known' }],
  );
};

/** @throws RequestError 422 for a type that is not in the catalog, 400 with the paths for data that are not what it says */
const factOf = (type: string, data: unknown): DomainEvent => {
  if (!isEventType(type))
    throw new RequestError(422, 'unknown-type', 'there is no such type of event', [
      { path: '/body/type', message: 'is not in the catalog' },
    ]);
  const parsed = catalog[type].data.safeParse(data);
  if (!parsed.success)
    throw invalid(
      parsed.error.issues.map(({ path, message }) => ({ path: ['/body/data', ...path].join('/'), message })),
    );
  const unknown = unknownFields(data, parsed.data, '/body/data');
  if (unknown.length > 0) throw invalid(unknown);
  return { type, data: parsed.data } as DomainEvent;
};

/** Facts from programs that are trusted to state them. */
export const statedEventOperations = (dependencies: Dependencies) => ({
  'POST /v1/events': operation({
    id: 'stateEvent',
    summary: 'States a fact: it is decided like a command, and stored when the decision comes to it',
    body: z.strictObject({
      type: z.string().min(1).max(100).describe('A type of the catalog, `match.finished`.'),
      data: z.unknown().describe('What the catalog says of the type.'),
    }),
    query: nothing,
    answers: doneAnswers({ type: z.string() }, true),
    handle: async ({ context, body: { type, data } }) =>
      done(201, { type }, await stateFact(dependencies, context, factOf(type, data))),
  }),
});
