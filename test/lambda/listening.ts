import { type CommandContext, type Dependencies, systemClock } from '../../shared/application/execution.ts';
import { countHandlings, type HandlingMinute, minuteOf } from '../../shared/application/handling.ts';
import { movementsOf } from '../../shared/application/notifications/movement.ts';
import { notify } from '../../shared/application/notifications/notify.ts';
import { HIGH_CONFIDENCE } from '../../shared/application/notifications/texts.ts';
import { type Outcome, succeeded } from '../../shared/application/outcome.ts';
import type { TallyReader } from '../../shared/application/read-models.ts';
import { commandSubscription, syncDirectory } from '../../shared/application/webhooks/commands.ts';
import { fanOut } from '../../shared/application/webhooks/fan-out.ts';
import type { Pattern } from '../../shared/domain/subscription.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { checkUrl, reachOf } from '../../shared/gateways/webhooks/destination.ts';
import { deliveryOperations } from '../../shared/lambda/http/deliveries.ts';
import { descriptionOperations } from '../../shared/lambda/http/description.ts';
import { healthOperations } from '../../shared/lambda/http/health.ts';
import { inboxOperations } from '../../shared/lambda/http/inbox.ts';
import document from '../../shared/lambda/http/openapi.json' with { type: 'json' };
import { subscriptionOperations } from '../../shared/lambda/http/subscriptions.ts';
import { sha256 } from '../../shared/store/hashing.ts';
import { memoryInbox } from '../support/memory-inbox.ts';
import type { memoryAudit } from '../support/memory-outcomes.ts';
import { memoryWebhooks } from '../support/memory-webhooks.ts';

/** Names are those of one address, which is public: nobody is asked. */
const REACH = reachOf(undefined, async () => [{ address: '93.184.216.34', family: 4 }]);
const HANDLER = 'notify';

type Audit = ReturnType<typeof memoryAudit>;

/** As the rule has it: what is routed depends on what was picked. */
const isRouted = (event: Envelope): boolean =>
  event.type !== 'prediction.created' || (event.data.confidence ?? 0) > HIGH_CONFIDENCE;

/** What was handled, minute by minute. */
const memoryHandling = (audit: Audit) => {
  const minutes = new Map<string, HandlingMinute>();
  const count = ({ tenantId, id, type, occurredAt }: Envelope, { status }: Outcome): void => {
    const at = systemClock();
    audit.record(tenantId, id, { handler: HANDLER, status, reason: null, error: null, attempt: 1, at, ms: 1 });
    const what = { tenantId, eventId: id, eventType: type, occurredAt };
    const record = { ...what, handler: HANDLER, outcome: succeeded, attempt: 1, at, durationMs: 1 };
    minutes.set(minuteOf(at), countHandlings(minutes.get(minuteOf(at)), [record]));
  };
  return { count, since: (from: string) => [...minutes.values()].filter(({ minute }) => minute >= minuteOf(from)) };
};

/** Functions that are told of events, in memory, and the operations on what they keep: inboxes, webhooks, health. */
export const listening = (dependencies: Dependencies, standings: TallyReader, audit: Audit) => {
  const { inbox, preferences } = memoryInbox();
  const webhooks = { ...dependencies, ...memoryWebhooks(), sha256 };
  const handling = memoryHandling(audit);
  const movements = (correction: Parameters<typeof movementsOf>[1]) =>
    movementsOf({ ...dependencies, standings }, correction);
  const sync = (ref: Parameters<typeof syncDirectory>[1]) => syncDirectory(webhooks, ref);
  return {
    operations: {
      ...inboxOperations({ inbox, preferences }),
      ...subscriptionOperations({ ...webhooks, checkUrl: checkUrl(REACH) }),
      ...deliveryOperations(webhooks),
      ...healthOperations({
        store: dependencies.store,
        minutesOf: async (_, from) => handling.since(from),
        queues: async () => ({}),
        handlers: () => [HANDLER],
        now: systemClock,
      }),
      ...descriptionOperations(document),
    },
    webhooks,
    /** Subscribes an endpoint under an id that the test knows. */
    subscribe: async (tenantId: string, subscriptionId: string, pattern: Pattern): Promise<void> => {
      const now = systemClock();
      await webhooks.secrets.issue({ tenantId, subscriptionId }, 1, { now, previousUntil: now });
      const cause = `subscribe-${subscriptionId}`;
      const context: CommandContext = {
        ...{ tenantId, now, commitId: cause, correlationId: cause, causationId: cause },
        ...{ actor: 'olga', hops: 0, priority: 'normal' },
      };
      const endpoint = { url: 'https://example.org/hook', pattern, description: null };
      await commandSubscription(webhooks, context, subscriptionId, { type: 'create', subscriptionId, endpoint, now });
    },
    /** Has them handle events. */
    tell: async (events: readonly Envelope[]): Promise<void> => {
      const outcomes = [...(await notify({ inbox, movements, now: systemClock(), log: () => {} }, events))];
      for (const [index, event] of events.entries())
        if (isRouted(event)) handling.count(event, outcomes[index] ?? succeeded);
      const send = fanOut({ ...webhooks, sync, now: systemClock });
      for (const event of events) outcomes.push(await send(event));
      const broken = outcomes.find(({ status }) => status === 'failed');
      if (broken) throw new Error('an event was not handled', { cause: broken });
    },
  };
};
