import { realTime } from '../../shared/application/execution.ts';
import { disableBecause, syncDirectory } from '../../shared/application/webhooks/commands.ts';
import { type Delivered, deliver } from '../../shared/application/webhooks/deliver.ts';
import { fanOut } from '../../shared/application/webhooks/fan-out.ts';
import type { DeliveryMessage, DeliveryQueue } from '../../shared/application/webhooks/ports.ts';
import { reachOf } from '../../shared/gateways/webhooks/destination.ts';
import { webhookPost } from '../../shared/gateways/webhooks/post.ts';
import { dynamoDBDeliveryLog } from '../../shared/store/dynamodb-delivery-log.ts';
import { dynamoDBEndpointGate } from '../../shared/store/dynamodb-endpoint-gate.ts';
import { dynamoDBDirectory } from '../../shared/store/dynamodb-webhook-directory.ts';
import { dynamoDBSecrets } from '../../shared/store/dynamodb-webhook-secrets.ts';
import { sha256 } from '../../shared/store/hashing.ts';
import { memoryEventStore } from '../../shared/store/memory-event-store.ts';
import type { TestDynamoDB } from '../support/dynamodb.ts';

/** When it is in these tests, unless time goes by. */
export const NOON = '2023-08-11T12:00:00.000Z';
export const TIMEOUT_MS = 1000;
const noWait = { sleep: async () => {}, random: () => 0 };

interface Waiting {
  readonly visibleAt: number;
  readonly message: DeliveryMessage;
}

/** Webhooks over a table of DynamoDB Local: with a queue and a clock that the test holds. */
export const webhookWorld = (dynamodb: TestDynamoDB, tableName: string) => {
  const clock = { now: Date.parse(NOON), monotonic: 0 };
  const now = (): string => new Date(clock.now).toISOString();
  const waiting: Waiting[] = [];
  const queue: DeliveryQueue = {
    send: async (messages, seconds) => {
      for (const message of messages) waiting.push({ visibleAt: clock.now + seconds * 1000, message });
    },
  };
  const client = dynamodb.client();
  const store = memoryEventStore();
  const directory = dynamoDBDirectory(client, tableName);
  const masterKey = async () => ({ keyId: 'test', secret: Buffer.alloc(64, 7) });
  const secrets = dynamoDBSecrets(client, tableName, masterKey);
  const log = dynamoDBDeliveryLog(client, tableName);
  const gate = dynamoDBEndpointGate(client, tableName);
  const dependencies = { store, directory, secrets, log, queue, sha256, ...noWait };
  const sync = (ref: Parameters<typeof syncDirectory>[1]) => syncDirectory(dependencies, ref);
  const delivering = {
    ...{ directory, secrets, log, gate, queue, now, random: () => 0 },
    post: webhookPost(reachOf('allowed'), TIMEOUT_MS),
    disable: (...[ref, why]: Parameters<typeof disableBecause> extends [unknown, ...infer Rest] ? Rest : never) =>
      disableBecause({ store, directory, ...realTime, ...noWait }, ref, why),
  };
  const takeDue = (): readonly Waiting[] => {
    const due = waiting.filter(({ visibleAt }) => visibleAt <= clock.now);
    for (const one of due) waiting.splice(waiting.indexOf(one), 1);
    return due;
  };
  return {
    ...{ store, directory, secrets, log, gate, queue, waiting, clock, now, dependencies, delivering, client },
    fanOut: fanOut({ directory, log, queue, sha256, now, monotonic: () => clock.monotonic, sync }),
    /** Time goes by, for the clock and for the fan-out's cache. */
    pass: (seconds: number): void => {
      clock.now += seconds * 1000;
      clock.monotonic += seconds * 1000;
    },
    /** Handles what is visible now, once, all at the same time. */
    deliverDue: async (): Promise<readonly Delivered[]> =>
      Promise.all(takeDue().map(({ message }) => deliver(delivering, message))),
    /** Lets time go by from message to message until there is none, or `hours` are over. @returns what became of each */
    deliverAll: async (hours = 24 * 30): Promise<readonly Delivered[]> => {
      const end = clock.now + hours * 3_600_000;
      const outcomes: Delivered[] = [];
      while (waiting.length > 0) {
        const next = Math.max(clock.now, Math.min(...waiting.map(({ visibleAt }) => visibleAt)));
        if (next > end) break;
        clock.now = next;
        const due = takeDue();
        outcomes.push(...(await Promise.all(due.map(({ message }) => deliver(delivering, message)))));
      }
      return outcomes;
    },
  };
};

export type WebhookWorld = ReturnType<typeof webhookWorld>;
