import * as z from 'zod';
import type { PredictionRef } from '../../application/commands.ts';
import { systemClock } from '../../application/execution.ts';
import { lockedAmong } from '../../application/locks.ts';
import { readStatistics } from '../../application/read-models.ts';
import { shownEvents } from '../../application/redaction.ts';
import { type AsOf, loadAsOf } from '../../application/time-travel.ts';
import { fold } from '../../domain/decider.ts';
import { evolveMatch, unknownMatch } from '../../domain/match.ts';
import { evolvePrediction, noPrediction } from '../../domain/prediction.ts';
import type { Envelope } from '../../events/envelope.ts';
import { instantSchema } from '../../events/schemas.ts';
import { matchStream, predictionStream } from '../../events/streams.ts';
import { competitionQueries } from './competitions.ts';
import { REVALIDATED } from './entity-tags.ts';
import { outcomeOperations } from './event-outcomes.ts';
import { eventOperations } from './event-queries.ts';
import { after, fresh } from './fresh.ts';
import { type Operation, operation } from './http-handler.ts';
import { idOf, notFound, predictionRefOf } from './ids.ts';
import { predictionQueries } from './match-predictions.ts';
import { withoutBody } from './nothing.ts';
import { playerRecords } from './player-records.ts';
import { playerQueries } from './players.ts';
import { poolQueries } from './pool-queries.ts';
import type { Principal } from './principal.ts';
import { raceQueries } from './race-queries.ts';
import type { Sources } from './sources.ts';
import { standingsQueries } from './standings-queries.ts';
import { competitionStatisticsView, matchView, predictionView } from './views.ts';

const at = instantSchema.optional();
/** When in the life of a stream: at a version or at an instant; without either as it stands. */
const asOf = z
  .strictObject({ at, version: z.coerce.number().int().min(1).optional() })
  .refine(({ at, version }) => at === undefined || version === undefined, 'at and version: give one of them')
  .transform(({ at, version }): AsOf | undefined => {
    if (version !== undefined) return { version };
    return at === undefined ? undefined : { instant: at };
  });

const foldOf = <State, Event>(
  evolve: (state: State, event: Event) => State,
  initial: State,
  events: readonly Envelope[],
) => fold(evolve, initial, events as readonly unknown[] as readonly Event[]);

const getMatch = ({ store }: Sources): Operation =>
  operation({
    summary: 'A match: as it stands, at a version or at an instant',
    body: withoutBody,
    query: asOf,
    answers: { 200: matchView },
    versioned: true,
    handle: async ({ principal: { tenantId }, param, query }) => {
      const stream = matchStream(idOf(param('matchId'), 'match'));
      const { events, version } = await loadAsOf(store, { tenantId, stream }, query);
      const state = foldOf(evolveMatch, unknownMatch, events);
      if (state.status === 'unknown') throw notFound('match');
      return { status: 200, body: { ...state, version }, version, headers: REVALIDATED };
    },
  });

/** Picks of others are hidden until the match is locked, from everybody: organisers may play too. */
const mayRead = async ({ store }: Sources, principal: Principal, { matchId, playerId }: PredictionRef) =>
  playerId === principal.playerId ||
  (await lockedAmong({ store, clock: systemClock }, principal.tenantId, [matchId])).has(matchId);

const getPrediction = (sources: Sources): Operation =>
  operation({
    summary: 'A prediction: as it stands, at a version or at an instant',
    body: withoutBody,
    query: asOf,
    answers: { 200: predictionView },
    versioned: true,
    handle: async ({ principal, param, query }) => {
      const ref = predictionRefOf(param('predictionId'));
      const stream = predictionStream(ref.matchId, ref.playerId);
      const read = loadAsOf(sources.store, { tenantId: principal.tenantId, stream }, query);
      // Settled before the lock is looked at: what was read while picks were open is shown only when they have closed since.
      const [asked] = await Promise.allSettled([read]);
      if (!(await mayRead(sources, principal, ref))) throw notFound('prediction');
      if (asked.status === 'rejected') throw asked.reason;
      const { events, version } = asked.value;
      const state = foldOf(evolvePrediction, noPrediction, events);
      if (state.status === 'none') throw notFound('prediction');
      return { status: 200, body: { ...state, version }, version };
    },
  });

/** Everything that can be read. */
export const queryOperations = (sources: Sources) => ({
  'GET /v1/matches/{matchId}': getMatch(sources),
  'GET /v1/predictions/{predictionId}': getPrediction(sources),
  'GET /v1/competitions/{competition}/statistics': operation({
    summary: 'The statistics of a competition: in all, by match, by day',
    body: withoutBody,
    query: z.strictObject({ at, after }),
    answers: { 200: competitionStatisticsView },
    handle: async ({ principal, param, query: { at, after } }) => {
      const competition = idOf(param('competition'), 'competition');
      const reader = await fresh(sources, 'statistics', principal, after);
      return { status: 200, body: await readStatistics(reader, { tenantId: principal.tenantId, competition, at }) };
    },
  }),
  ...poolQueries(sources),
  ...competitionQueries(sources),
  ...standingsQueries(sources),
  ...raceQueries(sources),
  ...predictionQueries(sources),
  ...playerRecords(sources),
  ...playerQueries(sources),
  ...eventOperations({ index: shownEvents(sources.index, { store: sources.store, clock: systemClock }) }),
  ...outcomeOperations({ ...sources, clock: systemClock }),
});
