import type { EventType } from './catalog.ts';

/** An exact event type, or a prefix: `match.*` takes every event of a match. */
export type TypePattern = EventType | `${'match' | 'prediction' | 'pool' | 'player' | 'subscription'}.*`;

/**
 * One rule on the bus. `filter` narrows by the content of the envelope, in EventBridge's pattern language.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns-content-based-filtering.html
 */
export interface Route {
  readonly types: readonly [TypePattern, ...TypePattern[]];
  readonly filter?: { readonly data: Readonly<Record<string, readonly unknown[]>> };
}

/**
 * What a function may do to a table, to the archive or to the anchors. Each is a fixed list of actions in `infra/constructs/access.ts`. One alone
 * can delete: `events:archive` removes commits that are in the archive.
 */
export type Access =
  | 'events:read'
  | 'events:append'
  | 'events:get'
  | 'events:scan'
  | 'events:archive'
  | 'events:count'
  | 'archive:read'
  | 'archive:write'
  | 'anchors:read'
  | 'standings:read'
  | 'standings:project'
  | 'standings:register'
  | 'statistics:read'
  | 'statistics:project'
  | 'statistics:register'
  | 'fixtures:read'
  | 'fixtures:project'
  | 'fixtures:register'
  | 'inbox:put'
  | 'inbox:read'
  | 'inbox:mark'
  | 'inbox:claim'
  | 'index:read'
  | 'index:write'
  | 'index:record'
  | 'index:sweep'
  | 'audit:record'
  | 'audit:read'
  | 'audit:query'
  | 'audit:incidents'
  | 'keys:read'
  | 'keys:get'
  | 'keys:create'
  | 'keys:destroy'
  | 'webhooks:manage'
  | 'webhooks:fan-out'
  | 'webhooks:deliver'
  | 'webhook-key:read'
  | 'deliveries:send'
  | 'rebuilds:send'
  | 'live:publish';

/** A Lambda function, as data: what the infrastructure has to know of it. */
export interface FunctionConfig {
  readonly access: readonly Access[];
  /** Seconds. Its queue's visibility timeout is six times this. */
  readonly timeout: number;
  /** MB. */
  readonly memory: number;
}

/** A handler of events: what its folder's `subscription.ts` exports. A rule for each route feeds one queue, which feeds one function. */
export interface Subscription extends FunctionConfig {
  /** `otherwise`: the default route, every event whose type no other subscription names. */
  readonly routes: readonly [Route, ...Route[]] | 'otherwise';
  /**
   * Takes events to the outside, beside what the platform does with them: it takes none that are replayed, and a type that
   * such handlers alone name goes the default route as well.
   */
  readonly outbound: boolean;
  /** Events in one invocation, at most. */
  readonly batchSize: number;
  /** Seconds to wait for a batch to fill. */
  readonly batchWindow: number;
  /** Deliveries before an event goes to the dead-letter queue. */
  readonly maxReceives: number;
  /** Invocations at the same time, at least 2 (a limit of SQS event sources). */
  readonly maxConcurrency: number;
}

/** Fills in what most handlers share; what a handler says itself wins. */
export const subscription = (own: Pick<Subscription, 'routes' | 'access'> & Partial<Subscription>): Subscription => ({
  timeout: 30,
  memory: 256,
  batchSize: 10,
  batchWindow: 0,
  maxReceives: 5,
  maxConcurrency: 5,
  outbound: false,
  ...own,
  access: [...own.access, 'audit:record'],
});

/** What somebody may do: play; run a competition; run the platform; state facts as a program. */
export const SCOPES = ['player', 'organiser', 'operator', 'producer'] as const;
export type Scope = (typeof SCOPES)[number];

/** A scope as tokens have it: theirs are of many APIs. */
export const tokenScope = (scope: Scope): string => `matchday/${scope}`;

/** Who may use a route: a token with one of these scopes, or `anybody`, without a token. */
export type RouteAccess = readonly [Scope, ...Scope[]] | 'anybody';

/** Routes with who may use them: `'POST /v1/matches/{matchId}/finish': ['organiser']`. */
export type Routes = Readonly<Record<string, RouteAccess>>;

/** A function behind the HTTP API: what its folder's `routes.ts` exports. */
export interface HttpFunction extends FunctionConfig {
  readonly routes: Routes;
}
