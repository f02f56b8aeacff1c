import * as z from 'zod';
import type { Executed } from '../../application/execution.ts';
import type { Answer } from './http-handler.ts';

/** What a command did: the id it is about, the version its stream has now, the ids of the events it made. */
export const done = (
  status: number,
  id: Readonly<Record<string, string>>,
  { version, events }: Executed<unknown>,
): Answer => ({
  status: events.length > 0 ? status : 200,
  body: { ...id, version, events: events.map(event => event.id) },
});

/** The answers of a command: 200 when it changed something or nothing was left to do; `created` adds 201. */
export const doneAnswers = (id: Readonly<Record<string, z.ZodType>>, created = false): Record<number, z.ZodType> => {
  const body = z.object({
    ...id,
    version: z.number().int().min(1).describe('The version that the stream has now.'),
    events: z.array(z.string()).describe('Ids of the events that were made; none when nothing was left to do.'),
  });
  return created ? { 200: body, 201: body } : { 200: body };
};
