import * as z from 'zod';
import { awaitProjected, type OutcomeReader, type ProjectedName, type Waiting } from '../../application/read-after.ts';
import type { ReadModel, TallyReader } from '../../application/read-models.ts';
import type { Envelope } from '../../events/envelope.ts';
import type { Principal } from './principal.ts';
import { RequestError } from './problem.ts';

/** The read models, and what it takes to wait for them. */
export interface ReadModels extends Omit<Waiting, 'outcomes'> {
  readonly fixtures: ReadModel;
  readonly standings: ReadModel;
  readonly statistics: ReadModel;
  readonly outcomes: OutcomeReader;
}

/** Events that one read waits for. */
const MAX_AFTER = 20;

/** `after`: the read is to show the effect of these events. */
export const after = z
  .string()
  .max(4000)
  .refine(ids => ids.split(',').length <= MAX_AFTER, `must name ${MAX_AFTER} events at most`)
  .optional()
  .describe(
    'Ids of events, with commas between, from the answer to a command: waits up to 5 seconds until the answer shows their effect.',
  );

/** Others' predictions are nobody's to ask after: that there are any would be told before the lock. */
const isTheirs = ({ playerId }: Principal, event: Envelope): boolean =>
  event.actor === playerId || !event.type.startsWith('prediction.');

/**
 * The read model, as it stands now or, with `after`, not before it has taken account of that event.
 *
 * @throws RequestError 400 there is no such event; NotYetError
 */
export const fresh = async (
  models: ReadModels,
  name: ProjectedName,
  principal: Principal,
  after: string | undefined,
): Promise<TallyReader> => {
  if (after === undefined) return models[name].eventual;
  const ids = [...new Set(after.split(','))];
  const events = await Promise.all(ids.map(id => models.index.find(principal.tenantId, id)));
  const known = events.flatMap(event => (event && isTheirs(principal, event) ? [event] : []));
  if (known.length < ids.length) {
    const field = { path: '/query/after', message: 'there is no such event' };
    throw new RequestError(400, 'unknown-event', `${field.path}: ${field.message}`, [field]);
  }
  await Promise.all(known.map(event => awaitProjected(models, name, event)));
  return models[name].consistent;
};
