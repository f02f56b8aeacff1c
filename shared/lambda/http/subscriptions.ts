import {
  commandSubscription,
  createSubscription,
  loadSubscription,
  rotateSecret,
  type SubscriptionDependencies,
  type WithSecret,
} from '../../application/webhooks/commands.ts';
import type { CheckUrl, SubscriptionRef } from '../../application/webhooks/ports.ts';
import type { KnownSubscription, SubscriptionCommand } from '../../domain/subscription.ts';
import { idSchema } from '../../events/schemas.ts';
import { done, doneAnswers } from './done.ts';
import { type Answer, type Operation, operation } from './http-handler.ts';
import { idOf, notFound } from './ids.ts';
import { emptyBody, nothing, withoutBody } from './nothing.ts';
import type { Principal } from './principal.ts';
import { RequestError } from './problem.ts';
import { endpointSchema, secretView, subscriptionsView, subscriptionView } from './subscription-schemas.ts';

/** What operations of subscriptions need. */
export interface SubscriptionOperationDependencies extends SubscriptionDependencies {
  readonly checkUrl: CheckUrl;
}

/** @throws RequestError 404 for what can be none, or none of this tenant's */
export const subscriptionRef = ({ tenantId }: Principal, subscriptionId: string): SubscriptionRef => ({
  tenantId,
  subscriptionId: idOf(subscriptionId, 'subscription'),
});

/** @throws RequestError 404 */
export const knownSubscription = async (
  dependencies: Pick<SubscriptionDependencies, 'store'>,
  ref: SubscriptionRef,
): Promise<KnownSubscription & { readonly version: number }> => {
  const { state, version } = await loadSubscription(dependencies, ref);
  if (state.status === 'unknown' || state.status === 'deleted') throw notFound('subscription');
  return { ...state, version };
};

const requireReachable = async (checkUrl: CheckUrl, url: string): Promise<void> => {
  const problem = await checkUrl(url);
  if (problem === undefined) return;
  throw new RequestError(400, 'invalid-request', `/body/url: ${problem}`, [{ path: '/body/url', message: problem }]);
};

/** Shown once: nobody may keep it. */
const withSecret = (status: number, { subscriptionId, executed, secret }: WithSecret): Answer => {
  const { version, events } = executed;
  const body = { subscriptionId, version, events: events.map(({ id }) => id), secret };
  return { status, body, headers: { 'cache-control': 'no-store' } };
};

/** A route that commands the subscription in its path. */
const command = (
  dependencies: SubscriptionDependencies,
  summary: string,
  commandAt: (now: string) => SubscriptionCommand,
): Operation =>
  operation({
    summary,
    body: emptyBody,
    query: nothing,
    answers: doneAnswers({ subscriptionId: idSchema }),
    handle: async ({ principal, context, param }) => {
      const { subscriptionId } = subscriptionRef(principal, param('subscriptionId'));
      const executed = await commandSubscription(dependencies, context, subscriptionId, commandAt(context.now));
      return done(200, { subscriptionId }, executed);
    },
  });

const create = (dependencies: SubscriptionOperationDependencies): Operation =>
  operation({
    summary: 'Subscribes an endpoint to events; answers with the secret that signs them',
    body: endpointSchema,
    query: nothing,
    answers: { 201: secretView },
    handle: async ({ context, body }) => {
      await requireReachable(dependencies.checkUrl, body.url);
      return withSecret(201, await createSubscription(dependencies, context, body));
    },
  });

const change = (dependencies: SubscriptionOperationDependencies): Operation =>
  operation({
    summary: 'Changes where events are sent, or which',
    body: endpointSchema,
    query: nothing,
    answers: doneAnswers({ subscriptionId: idSchema }),
    handle: async ({ principal, context, param, body }) => {
      const { subscriptionId } = subscriptionRef(principal, param('subscriptionId'));
      await requireReachable(dependencies.checkUrl, body.url);
      const changing = { type: 'change', endpoint: body } as const;
      return done(200, { subscriptionId }, await commandSubscription(dependencies, context, subscriptionId, changing));
    },
  });

/** Commands of a subscription to webhooks, and what there is of them. */
export const subscriptionOperations = (dependencies: SubscriptionOperationDependencies) => ({
  'POST /v1/subscriptions': create(dependencies),
  'PUT /v1/subscriptions/{subscriptionId}': change(dependencies),
  'DELETE /v1/subscriptions/{subscriptionId}': command(dependencies, 'Deletes a subscription for good', () => ({
    type: 'delete',
  })),
  'POST /v1/subscriptions/{subscriptionId}/enable': command(
    dependencies,
    'Enables a subscription: it takes what happens from now on',
    now => ({ type: 'enable', now }),
  ),
  'POST /v1/subscriptions/{subscriptionId}/disable': command(dependencies, 'Disables a subscription', () => ({
    type: 'disable',
    reason: 'requested',
  })),
  'POST /v1/subscriptions/{subscriptionId}/rotate-secret': operation({
    id: 'rotateSubscriptionSecret',
    summary: 'Gives a subscription a new secret; those before it are good for another day',
    body: emptyBody,
    query: nothing,
    answers: { 200: secretView },
    handle: async ({ principal, context, param }) => {
      const { subscriptionId } = subscriptionRef(principal, param('subscriptionId'));
      return withSecret(200, await rotateSecret(dependencies, context, subscriptionId));
    },
  }),
  'GET /v1/subscriptions': operation({
    summary: 'All subscriptions',
    body: withoutBody,
    query: nothing,
    answers: { 200: subscriptionsView },
    handle: async ({ principal: { tenantId } }) => ({
      status: 200,
      body: { items: await dependencies.directory.list(tenantId) },
    }),
  }),
  'GET /v1/subscriptions/{subscriptionId}': operation({
    summary: 'A subscription',
    body: withoutBody,
    query: nothing,
    answers: { 200: subscriptionView },
    handle: async ({ principal, param }) => ({
      status: 200,
      body: await knownSubscription(dependencies, subscriptionRef(principal, param('subscriptionId'))),
    }),
  }),
});
