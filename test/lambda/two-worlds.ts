import fc from 'fast-check';
import { vi } from 'vitest';
import { settle } from './finish.ts';
import { type TestApi, testApi } from './http.ts';
import {
  ADA,
  BEFORE,
  BOB,
  COMPETITION,
  kickOff,
  MATCH,
  match,
  newMatch,
  ORGANISER,
  prediction,
  reason,
  result,
} from './http-samples.ts';

/** A route of the API. */
export type Route = Parameters<TestApi['send']>[0];

const OLD = 'old-match';
const hers = prediction('ada');

/** The command that is the first of the steps, after those that make the world. */
export const PICKED = 'step-6';

/** Subscriptions to everything, and to what would tell the two worlds apart: how sure ada is, and how many goals she expects. */
export const FILTERS = [
  { subscriptionId: 'everything', pattern: { source: ['matchday'] } },
  { subscriptionId: 'unsure', pattern: { detail: { data: { confidence: [{ numeric: ['<', 0.5] }] } } } },
  { subscriptionId: 'without', pattern: { detail: { data: { predicted: { away: [{ numeric: ['=', 0] }] } } } } },
] as const;

type Step = 'create' | 'revise' | 'cancel' | 'bob' | 'postpone' | 'reschedule' | 'call-off' | 'reinstate';
/** What happens to the match and to its picks, in some order. */
export const steps = fc.array(
  fc.constantFrom<Step[]>(
    'create',
    'create',
    'revise',
    'cancel',
    'bob',
    'postpone',
    'reschedule',
    'call-off',
    'reinstate',
  ),
  { minLength: 3, maxLength: 8 },
);

/** A pick that no other step and no other world has. */
const pickIn = (world: 0 | 1, step: number) => ({
  predicted: { home: 2 * step + world, away: world === 0 ? 0 : 40 },
  confidence: (step + 1 + 90 * world) / 100,
});

/** Plays the steps; whatever is refused is refused in both worlds. */
export const play = async (world: 0 | 1, sequence: readonly Step[]): Promise<TestApi> => {
  const api = testApi();
  let count = 0;
  for (const { subscriptionId, pattern } of FILTERS) await api.subscribe('acme', subscriptionId, pattern);
  const send = (as: string, route: Route, params: Record<string, string>, json?: unknown) => {
    const headers = { 'idempotency-key': `step-${count}` };
    count += 1;
    return api.send(route, { as, params, headers, ...(json !== undefined && { json }) });
  };
  const predict = (as: string, matchId: string, pick: object) =>
    send(as, 'POST /v1/predictions', {}, { matchId, ...pick });
  // A match that is over, the same in both worlds.
  await send(
    ORGANISER,
    'POST /v1/matches',
    {},
    { ...newMatch, matchId: OLD, kickOff: { ...newMatch.kickOff, at: '2023-08-11T11:00:00.000Z' } },
  );
  vi.setSystemTime(new Date('2023-08-11T10:00:00.000Z'));
  await predict(ADA, OLD, { predicted: { home: 1, away: 3 }, confidence: 0.7 });
  await send(ADA, 'POST /v1/pools', {}, { poolId: 'office', competition: COMPETITION, name: 'Office' });
  await send(ADA, 'POST /v1/pools/{poolId}/join', { poolId: 'office' });
  vi.setSystemTime(BEFORE);
  await send(ORGANISER, 'POST /v1/matches/{matchId}/finish', { matchId: OLD }, result);
  await settle(api);
  await send(ORGANISER, 'POST /v1/matches', {}, newMatch);
  const does: Readonly<Record<Step, (step: number) => Promise<unknown>>> = {
    create: step => predict(ADA, MATCH, pickIn(world, step)),
    revise: step => send(ADA, 'POST /v1/predictions/{predictionId}/revise', hers, pickIn(world, step)),
    cancel: () => send(ADA, 'POST /v1/predictions/{predictionId}/cancel', hers, reason),
    bob: step => predict(BOB, MATCH, pickIn(0, step)),
    postpone: () => send(ORGANISER, 'POST /v1/matches/{matchId}/postpone', match, reason),
    reschedule: () => send(ORGANISER, 'POST /v1/matches/{matchId}/reschedule', match, kickOff),
    'call-off': () => send(ORGANISER, 'POST /v1/matches/{matchId}/cancel', match, reason),
    reinstate: () => send(ORGANISER, 'POST /v1/matches/{matchId}/reinstate', match, kickOff),
  };
  // A match that was called off is open again in the end.
  for (const [index, step] of [...sequence, 'reinstate' as const].entries()) {
    await does[step](index);
    if (step === 'call-off') await settle(api);
  }
  await api.project();
  await api.anchor();
  return api;
};
