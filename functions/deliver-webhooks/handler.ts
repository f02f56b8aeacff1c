import { SQSClient } from '@aws-sdk/client-sqs';
import { realTime, systemClock } from '../../shared/application/execution.ts';
import { disableBecause } from '../../shared/application/webhooks/commands.ts';
import { type Delivering, deliver } from '../../shared/application/webhooks/deliver.ts';
import { sqsDeliveryQueue } from '../../shared/bus/sqs-delivery-queue.ts';
import { reachOf } from '../../shared/gateways/webhooks/destination.ts';
import { webhookPost } from '../../shared/gateways/webhooks/post.ts';
import { deliveringHandler } from '../../shared/lambda/delivering-handler.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBDeliveryLog } from '../../shared/store/dynamodb-delivery-log.ts';
import { dynamoDBEndpointGate } from '../../shared/store/dynamodb-endpoint-gate.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { dynamoDBDirectory } from '../../shared/store/dynamodb-webhook-directory.ts';
import { dynamoDBSecrets } from '../../shared/store/dynamodb-webhook-secrets.ts';
import { secretsManagerKey } from '../../shared/store/secrets-manager-key.ts';

const [client, table] = [documentClient(), environment('WEBHOOKS_TABLE')];
const store = dynamoDBEventStore({ client, tableName: environment('EVENTS_TABLE') });
const directory = dynamoDBDirectory(client, table);
const secrets = dynamoDBSecrets(client, table, secretsManagerKey(environment('WEBHOOK_KEY')));
const [log, gate] = [dynamoDBDeliveryLog(client, table), dynamoDBEndpointGate(client, table)];
const queue = sqsDeliveryQueue(new SQSClient({}), environment('DELIVERIES_URL'));
const post = webhookPost(reachOf(environment('WEBHOOK_LOOPBACK')));
const disable: Delivering['disable'] = (ref, why) => disableBecause({ store, directory, ...realTime }, ref, why);
const delivering = { directory, secrets, log, gate, queue, post, disable, now: systemClock, random: Math.random };

export const handler = deliveringHandler(message => deliver(delivering, message));
