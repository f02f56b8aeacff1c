import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Who writes. */
export const TENANTS = ['red', 'blue'];
/** Correlation ids of each, `story-0` and so on: few, so that a story grows long. */
export const STORIES = 40;
export const TABLES = { eventsTable: 'Events', indexTable: 'Index' };

/** A client of a DynamoDB Local. */
export const connect = (endpoint: string): DynamoDBDocumentClient => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region: 'local', credentials }));
};
