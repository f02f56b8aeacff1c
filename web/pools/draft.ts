import type { components } from '../../client/api.d.ts';
import { ID, MAX_ID_CHARS } from '../../shared/events/id.ts';
import { ProblemError } from '../api/problem.ts';

export type Rules = components['schemas']['PoolRules'];
export type Access = components['schemas']['Pool']['access'];

/** A pool as it is written into the form. */
export interface Draft {
  readonly poolId: string;
  readonly competition: string;
  readonly name: string;
  readonly access: Access;
  readonly rules: Rules;
}

const MAX_NAME = 200;

/** What is wrong with a field: a key of the texts. */
export type Wrong = 'nameMissing' | 'nameLong' | 'idMissing' | 'idWrong' | 'competitionMissing';
type Field = 'name' | 'poolId' | 'competition';

const wrongId = (poolId: string): Wrong | undefined => {
  if (poolId === '') return 'idMissing';
  return ID.test(poolId) && poolId.length <= MAX_ID_CHARS ? undefined : 'idWrong';
};

const wrongName = (name: string): Wrong | undefined => {
  const { length } = name.trim();
  if (length === 0) return 'nameMissing';
  return length > MAX_NAME ? 'nameLong' : undefined;
};

/** What is wrong with a draft, by field: before the API is asked. */
export const wrongIn = ({ name, poolId, competition }: Draft): Readonly<Partial<Record<Field, Wrong>>> => {
  const all = {
    name: wrongName(name),
    poolId: wrongId(poolId),
    competition: competition === '' ? ('competitionMissing' as const) : undefined,
  };
  return Object.fromEntries(Object.entries(all).filter(([, wrong]) => wrong !== undefined));
};

/** What the API finds wrong with a field, in its words: a field is found by its JSON Pointer, and what is below it. */
export const refusedAt = (error: unknown, field: string): string | undefined => {
  if (!(error instanceof ProblemError)) return undefined;
  const place = `/body/${field}`;
  const found = error.errors.filter(({ path }) => path === place || path.startsWith(`${place}/`));
  return found.length > 0 ? found.map(({ message }) => message).join('; ') : undefined;
};
