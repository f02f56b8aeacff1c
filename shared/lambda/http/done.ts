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
