import { rememberedAnchors } from '../../shared/application/remembered-anchors.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { explanationOperations } from '../../shared/lambda/http/explanations.ts';
import { httpHandler, type Operation } from '../../shared/lambda/http/http-handler.ts';
import { archiveReader } from '../../shared/store/archive-reader.ts';
import { dynamoDBChains } from '../../shared/store/chains-on.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { sha256 } from '../../shared/store/hashing.ts';
import { s3AnchorLog } from '../../shared/store/s3-anchor-log.ts';
import http from './routes.ts';

const client = documentClient();
const tableName = environment('EVENTS_TABLE');
const archive = archiveReader(environment('ARCHIVE_BUCKET'));
const operations = explanationOperations({
  store: dynamoDBEventStore({ client, tableName, archive }),
  chains: dynamoDBChains(client, tableName, archive),
  anchors: rememberedAnchors(s3AnchorLog({ bucket: environment('ANCHORS_BUCKET') })),
  sha256,
}) satisfies Record<keyof typeof http.routes, Operation>;

export const handler = httpHandler(http.routes, operations);
