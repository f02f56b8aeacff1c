import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { realTime } from '../../shared/application/execution.ts';
import { segmentAt, sweepOn } from '../../shared/application/sweep.ts';
import { eventBridgePublisher } from '../../shared/bus/eventbridge-publisher.ts';
import { sqsQuarantine } from '../../shared/bus/sqs-quarantine.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { sweepingHandler } from '../../shared/lambda/sweeping-handler.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBPublicationLog } from '../../shared/store/dynamodb-publication-log.ts';
import { dynamoDBSweepProgress } from '../../shared/store/dynamodb-sweep-progress.ts';
import { storedCommits } from '../../shared/store/stored-commits.ts';

const client = documentClient();
const events = environment('EVENTS_TABLE');
const index = { client, indexTable: environment('INDEX_TABLE') };
const segments = Number(environment('SEGMENTS'));
const log = dynamoDBPublicationLog(index);
const publisher = eventBridgePublisher(new EventBridgeClient({}), environment('BUS_NAME'));
const quarantine = sqsQuarantine(new SQSClient({}), environment('QUARANTINE_URL'));

export const handler = sweepingHandler(now => {
  const part = { segment: segmentAt(now, segments), segments };
  const ledger = storedCommits(client, events, part);
  const relay = { publisher, quarantine, ...realTime };
  return sweepOn(dynamoDBSweepProgress(index, part), now, { ledger, log, relay });
});
