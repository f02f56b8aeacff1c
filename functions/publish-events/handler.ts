import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { eventBridgePublisher } from '../../shared/bus/eventbridge-publisher.ts';
import { sqsQuarantine } from '../../shared/bus/sqs-quarantine.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { outboxHandler } from '../../shared/lambda/stream-handler.ts';
import { documentClient } from '../../shared/store/client.ts';
import { decodeStreamed } from '../../shared/store/commit-codec.ts';
import { dynamoDBPublicationLog } from '../../shared/store/dynamodb-publication-log.ts';

export const handler = outboxHandler({
  decode: item => decodeStreamed(item).events,
  publisher: eventBridgePublisher(new EventBridgeClient({}), environment('BUS_NAME')),
  quarantine: sqsQuarantine(new SQSClient({}), environment('QUARANTINE_URL')),
  log: dynamoDBPublicationLog({ client: documentClient(), indexTable: environment('INDEX_TABLE') }),
});
