import { CreateTableCommand, DeleteTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { sharedDynamoDB } from './shared.ts';
import { keyedTable } from './tables.ts';

/** A DynamoDB Local that no other test file uses at the same time, without tables. */
export interface TestDynamoDB {
  /** A new client as `shared/store/client.ts` makes it: a test may hang middleware into it, or have it try less often. */
  client(maxAttempts?: number): DynamoDBDocumentClient;
  /** Creates an empty table with the keys `p` and `s` that all our tables have. */
  createTable(name: string): Promise<string>;
  /** Ends all clients. */
  close(): Promise<void>;
}

/** Opens it; what the test file before it left there is gone. */
export const openTestDynamoDB = async (): Promise<TestDynamoDB> => {
  const endpoint = await sharedDynamoDB();
  const clients: DynamoDBClient[] = [];
  const open = (maxAttempts = 3): DynamoDBClient => {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials, maxAttempts });
    clients.push(client);
    return client;
  };
  const admin = open();
  const { TableNames = [] } = await admin.send(new ListTablesCommand());
  for (const TableName of TableNames) await admin.send(new DeleteTableCommand({ TableName }));
  return {
    client: maxAttempts =>
      DynamoDBDocumentClient.from(open(maxAttempts), { marshallOptions: { removeUndefinedValues: true } }),
    createTable: async name => {
      await admin.send(new CreateTableCommand(keyedTable(name)));
      return name;
    },
    close: async () => {
      for (const client of clients) client.destroy();
    },
  };
};
