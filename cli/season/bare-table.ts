import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** About the size of a commit of one event. */
export const PAYLOAD = 'x'.repeat(700);

/** A table of items by one key, `p`, and nothing else: for what writes without anything around it. */
export const createBareTable = async (client: DynamoDBClient, TableName: string): Promise<void> => {
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'p', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'p', KeyType: 'HASH' }],
    }),
  );
};
