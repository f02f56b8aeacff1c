import type { CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { RouteAccess } from '../../shared/events/subscription.ts';

interface Limit {
  /** Requests a second, of all clients together. */
  readonly rateLimit: number;
  /** At once. */
  readonly burstLimit: number;
}

/** A query costs a few reads: what a route takes that has no limit of its own. */
export const QUERIES: Limit = { rateLimit: 500, burstLimit: 1000 };
/** A command costs a write and all that follows from it. */
const COMMANDS: Limit = { rateLimit: 200, burstLimit: 400 };
/** Nobody knows who asks. */
const ANYBODY: Limit = { rateLimit: 20, burstLimit: 40 };

const limitOf = (route: string, access: RouteAccess): Limit | undefined => {
  if (access === 'anybody') return ANYBODY;
  return route.startsWith('GET ') ? undefined : COMMANDS;
};

/**
 * The limits of routes that have others than {@link QUERIES}, by route, as a stage takes them.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html
 */
export const routeSettings = (routes: Readonly<Record<string, RouteAccess>>): CfnStage['routeSettings'] =>
  Object.fromEntries(
    Object.entries(routes).flatMap(([route, access]) => {
      const limit = limitOf(route, access);
      return limit
        ? [[route, { ThrottlingRateLimit: limit.rateLimit, ThrottlingBurstLimit: limit.burstLimit }] as const]
        : [];
    }),
  );
