import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDynamoDbLocal } from '../../local/dynamodb/java.ts';

/** A DynamoDB Local of a test file's own: in memory, on a free port of 127.0.0.1. */
export interface TestDynamoDB {
  /** A new client as `shared/store/client.ts` makes it: a test may hang middleware into it, or have it try less often. */
  client(maxAttempts?: number): DynamoDBDocumentClient;
  /** Creates an empty table with the keys `p` and `s` that all our tables have. */
  createTable(name: string): Promise<string>;
  /** Ends it with all clients. */
  close(): Promise<void>;
}

/** Starts one; about 1.5 s. */
export const startTestDynamoDB = async (): Promise<TestDynamoDB> => {
  const dynamodb = await startDynamoDbLocal({ report: () => {} });
  const { endpoint } = dynamodb;
  const clients: DynamoDBClient[] = [];
  const open = (maxAttempts = 3): DynamoDBClient => {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials, maxAttempts });
    clients.push(client);
    return client;
  };
  const admin = open();
  return {
    client: maxAttempts =>
      DynamoDBDocumentClient.from(open(maxAttempts), { marshallOptions: { removeUndefinedValues: true } }),
    createTable: async name => {
      await admin.send(
        new CreateTableCommand({
          TableName: name,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: [
            { AttributeName: 'p', AttributeType: 'S' },
            { AttributeName: 's', AttributeType: 'S' },
          ],
          KeySchema: [
            { AttributeName: 'p', KeyType: 'HASH' },
            { AttributeName: 's', KeyType: 'RANGE' },
          ],
        }),
      );
      return name;
    },
    close: async () => {
      for (const client of clients) client.destroy();
      await dynamodb.close();
    },
  };
};
