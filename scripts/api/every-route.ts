import commands from '../../functions/commands/routes.ts';
import deadLetters from '../../functions/dead-letters/routes.ts';
import describe from '../../functions/describe/routes.ts';
import explain from '../../functions/explain/routes.ts';
import health from '../../functions/health/routes.ts';
import inbox from '../../functions/inbox/routes.ts';
import projections from '../../functions/projections/routes.ts';
import queries from '../../functions/queries/routes.ts';
import webhooks from '../../functions/webhooks/routes.ts';
import type { RouteAccess } from '../../shared/events/subscription.ts';
import { commandOperations } from '../../shared/lambda/http/command-operations.ts';
import { deadLetterOperations } from '../../shared/lambda/http/dead-letters.ts';
import { deliveryOperations } from '../../shared/lambda/http/deliveries.ts';
import { descriptionOperations } from '../../shared/lambda/http/description.ts';
import { explanationOperations } from '../../shared/lambda/http/explanations.ts';
import { healthOperations } from '../../shared/lambda/http/health.ts';
import type { Operation } from '../../shared/lambda/http/http-handler.ts';
import { inboxOperations } from '../../shared/lambda/http/inbox.ts';
import { projectionOperations } from '../../shared/lambda/http/projections.ts';
import { queryOperations } from '../../shared/lambda/http/queries.ts';
import { subscriptionOperations } from '../../shared/lambda/http/subscriptions.ts';

/** A route of the API: `POST /v1/matches/{matchId}/finish`, who may use it, and what it takes and answers. */
export interface DescribedRoute {
  readonly route: string;
  readonly access: RouteAccess;
  readonly operation: Operation;
}

/** Operations ask for what they need when they run, not when they are made: to describe them takes nothing. */
const NOTHING = {} as never;

/** The operations of all functions behind the API. A new resource's are added here; a test finds routes without one. */
const operations: Readonly<Record<string, Operation>> = {
  ...commandOperations(NOTHING),
  ...queryOperations(NOTHING),
  ...explanationOperations(NOTHING),
  ...inboxOperations(NOTHING),
  ...subscriptionOperations(NOTHING),
  ...deliveryOperations(NOTHING),
  ...healthOperations(NOTHING),
  ...deadLetterOperations(NOTHING),
  ...projectionOperations(NOTHING),
  ...descriptionOperations(NOTHING),
};

/** The table of routes has a route that has no operation here, or the other way round. */
class UndescribedRouteError extends Error {
  override readonly name = 'UndescribedRouteError';
}

/** Every route of the API, in the order of the tables. */
export const everyRoute = (): readonly DescribedRoute[] => {
  const access: Readonly<Record<string, RouteAccess>> = {
    ...commands.routes,
    ...queries.routes,
    ...explain.routes,
    ...inbox.routes,
    ...webhooks.routes,
    ...health.routes,
    ...deadLetters.routes,
    ...projections.routes,
    ...describe.routes,
  };
  return Object.entries(access).map(([route, access]) => {
    const operation = operations[route];
    if (!operation) throw new UndescribedRouteError(`${route} has no operation in scripts/api/every-route.ts`);
    return { route, access, operation };
  });
};
