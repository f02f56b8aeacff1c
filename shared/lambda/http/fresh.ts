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

/** `after`: the read is to show the effect of this event. */
export const after = z
  .string()
  .max(400)
  .optional()
  .describe('Id of an event, from the answer to a command: waits up to 5 seconds until the answer shows its effect.');

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
  const event = await models.index.find(principal.tenantId, after);
  if (!event || !isTheirs(principal, event)) {
    const field = { path: '/query/after', message: 'there is no such event' };
    throw new RequestError(400, 'unknown-event', `${field.path}: ${field.message}`, [field]);
  }
  await awaitProjected(models, name, event);
  return models[name].consistent;
};
