import type { EventIndex } from '../../application/event-index.ts';
import type { HandlerQueues } from '../../application/health.ts';
import { isBehind, type LagSources, oldestUnhandled, PROJECTION_NAMES } from '../../application/projection-lag.ts';
import { PROJECTED, type ProjectedName } from '../../application/read-after.ts';
import {
  cancelRebuild,
  dropGenerations,
  type Rebuildable,
  type StartDependencies,
  startRebuild,
  switchGeneration,
} from '../../application/rebuild-control.ts';
import { logger } from '../observe.ts';
import { type Operation, operation, type Request } from './http-handler.ts';
import { notFound } from './ids.ts';
import { emptyBody, nothing, withoutBody } from './nothing.ts';
import { type OfPlatform, requirePlatform } from './platform.ts';
import {
  generationsView,
  projectionsView,
  rebuildView,
  showGenerations,
  showQueues,
  showRebuild,
  switchBody,
} from './projection-schemas.ts';

/** What operations on read models need. */
export interface ProjectionOperationDependencies extends StartDependencies, LagSources {
  readonly index: EventIndex;
  readonly rebuildable: (name: ProjectedName) => Rebuildable;
  /** The queues of the handlers, by handler. */
  readonly queues: () => Promise<Readonly<Record<string, HandlerQueues>>>;
  readonly ofPlatform: OfPlatform;
}

const nameOf = (text: string): ProjectedName => {
  const name = PROJECTION_NAMES.find(name => name === text);
  if (!name) throw notFound('projection');
  return name;
};

const listProjections = (dependencies: ProjectionOperationDependencies): Operation =>
  operation({
    id: 'listProjections',
    summary: 'The read models: how far behind, which generations, and the last rebuild of each',
    body: withoutBody,
    query: nothing,
    answers: { 200: projectionsView },
    handle: async ({ principal, context: { now } }) => {
      const { tenantId } = principal;
      const ofPlatform = dependencies.ofPlatform(principal);
      const queues = await dependencies.queues().catch(error => {
        logger.warn('the queues do not answer', error as Error);
        return undefined;
      });
      const show = async (name: ProjectedName) => {
        const { register, jobs } = dependencies.rebuildable(name);
        const own = queues?.[PROJECTED[name].handler];
        const [generations, job, oldest] = await Promise.all([
          register.read(),
          jobs.read(),
          isBehind(own) ? oldestUnhandled(dependencies, { tenantId, name, now }) : undefined,
        ]);
        return {
          ...{ name, handler: PROJECTED[name].handler, generations: showGenerations(generations) },
          ...{ rebuild: job ? showRebuild(job, ofPlatform) : null, queues: showQueues(own) ?? null },
          oldestUnhandled: oldest ?? null,
        };
      };
      const [projections, { watermark }] = await Promise.all([
        Promise.all(PROJECTION_NAMES.map(show)),
        dependencies.index.since(tenantId, { since: now }, 1),
      ]);
      return { status: 200, body: { projections, mayRebuild: ofPlatform, index: watermark } };
    },
  });

/** What is done to a read model by an operator of the platform. */
export const projectionOperations = (dependencies: ProjectionOperationDependencies) => {
  const asked = ({ principal, param }: Pick<Request<unknown, unknown>, 'principal' | 'param'>): Rebuildable => {
    const name = nameOf(param('projection'));
    requirePlatform(dependencies.ofPlatform, principal);
    return dependencies.rebuildable(name);
  };
  return {
    'GET /v1/operations/projections': listProjections(dependencies),
    'POST /v1/operations/projections/{projection}/rebuild': operation({
      id: 'rebuildProjection',
      summary: 'Builds a read model anew beside the one in use, which is switched over when it is complete',
      body: emptyBody,
      query: nothing,
      answers: { 202: rebuildView },
      handle: async request => {
        const { actor, commitId, now } = request.context;
        const job = await startRebuild(asked(request), dependencies, { id: commitId, by: actor, now });
        return { status: 202, body: showRebuild(job, true) };
      },
    }),
    'POST /v1/operations/projections/{projection}/cancel': operation({
      id: 'cancelRebuild',
      summary: 'Gives a rebuild up; the read model in use stays as it is',
      body: emptyBody,
      query: nothing,
      answers: { 200: rebuildView },
      handle: async request => {
        const job = await cancelRebuild(asked(request), request.context.now);
        return { status: 200, body: showRebuild(job, true) };
      },
    }),
    'POST /v1/operations/projections/{projection}/switch': operation({
      id: 'switchProjection',
      summary: 'Has readers read another generation that is written: to go back, or forward again',
      body: switchBody,
      query: nothing,
      answers: { 200: generationsView },
      handle: async request => {
        const generations = await switchGeneration(asked(request), request.body.generation);
        return { status: 200, body: showGenerations(generations) };
      },
    }),
    'POST /v1/operations/projections/{projection}/drop': operation({
      id: 'dropGenerations',
      summary: 'Stops writing all generations but the one that is read: there is no way back to them',
      body: emptyBody,
      query: nothing,
      answers: { 200: generationsView },
      handle: async request => {
        return { status: 200, body: showGenerations(await dropGenerations(asked(request))) };
      },
    }),
  };
};
