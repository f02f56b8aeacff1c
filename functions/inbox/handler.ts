import { environment } from '../../shared/lambda/environment.ts';
import { httpHandler, type Operation } from '../../shared/lambda/http/http-handler.ts';
import { inboxOperations } from '../../shared/lambda/http/inbox.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBInboxReader } from '../../shared/store/dynamodb-inbox-reader.ts';
import { dynamoDBPreferences } from '../../shared/store/dynamodb-preferences.ts';
import http from './routes.ts';

const client = documentClient();
const table = environment('INBOX_TABLE');

const operations = inboxOperations({
  inbox: dynamoDBInboxReader(client, table),
  preferences: dynamoDBPreferences(client, table),
}) satisfies Record<keyof typeof http.routes, Operation>;

export const handler = httpHandler(http.routes, operations);
