import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { operatorConfig } from '../../cli/ledger/deployment.ts';
import { createBareTable, PAYLOAD } from '../../cli/season/bare-table.ts';

const TABLE = 'bench-bare';

/** One write and one read of one item, without anything around them. */
export interface Bare extends Disposable {
  put(index: number): Promise<unknown>;
  get(index: number): Promise<unknown>;
}

/** A client as the functions have one, on the same DynamoDB by the same way. */
export const openBare = async (endpoint: string): Promise<Bare> => {
  const client = new DynamoDBClient(operatorConfig(endpoint));
  await createBareTable(client, TABLE);
  const key = (index: number) => ({ p: { S: String(index) } });
  return {
    put: index =>
      client.send(
        new PutItemCommand({
          TableName: TABLE,
          Item: { ...key(index), b: { S: PAYLOAD } },
          ConditionExpression: 'attribute_not_exists(p)',
        }),
      ),
    get: index => client.send(new GetItemCommand({ TableName: TABLE, Key: key(index), ConsistentRead: true })),
    [Symbol.dispose]: () => client.destroy(),
  };
};
