import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createSubscription } from '../../shared/application/webhooks/commands.ts';
import type { SubscriptionRef } from '../../shared/application/webhooks/ports.ts';
import type { Pattern } from '../../shared/domain/subscription.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { newName } from '../contracts/commits.ts';
import { after90, finished } from '../domain/samples.ts';
import { envelop } from '../projections/harness.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { receivers } from './receiver.ts';
import { type WebhookWorld, webhookWorld } from './world.ts';

const ANY: Pattern = { source: ['matchday'] };

/** Webhooks over one table of a file: each test has a world, a tenant and receivers for itself. */
export const webhookKit = () => {
  let dynamodb: TestDynamoDB;
  let world: WebhookWorld;
  let tenantId: string;
  let matches = 0;
  beforeAll(async () => {
    dynamodb = await openTestDynamoDB();
    await dynamodb.createTable('webhooks');
  });
  afterAll(() => dynamodb?.close());
  beforeEach(() => {
    world = webhookWorld(dynamodb, 'webhooks');
    tenantId = newName('tenant');
  });

  const contextOf = (commitId = newName('command')) => ({
    ...{ tenantId, commitId, correlationId: commitId, causationId: commitId, actor: 'ada', now: world.now() },
    ...{ hops: 0, priority: 'normal' as const },
  });

  return {
    /** That of the test which runs. */
    get world(): WebhookWorld {
      return world;
    },
    /** Starts a receiver. */
    start: receivers(),
    contextOf,
    subscribe: async (url: string, pattern = ANY) => {
      const { subscriptionId, secret } = await createSubscription(world.dependencies, contextOf(), {
        ...{ url, pattern, description: null },
      });
      return { tenantId, subscriptionId, secret };
    },
    /** A match has been finished: another one each time. */
    event: (over: Partial<Envelope> = {}): Envelope => {
      matches += 1;
      const own = envelop(`match-${matches}`, 1, finished(after90('2-1')), world.now());
      return { ...own, tenantId, ...over } as Envelope;
    },
    /** The log of a subscription. */
    entries: async (ref: SubscriptionRef) => {
      const { deliveries } = await world.log.list(ref, { limit: 100, now: world.now() });
      return deliveries;
    },
    statusOf: async (ref: SubscriptionRef) => {
      const found = await world.directory.find(ref);
      return found && [found.status, found.disabledBecause];
    },
  };
};
