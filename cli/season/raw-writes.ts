import { DeleteTableCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { LocalStack } from '../../local/stack.ts';
import { inParallel } from '../../shared/application/parallel.ts';
import { operatorClient } from '../ledger/deployment.ts';
import { createBareTable, PAYLOAD } from './bare-table.ts';

const TABLE = 'raw-writes';
const WRITES = 1500;
const WIDTH = 16;

/** PutItems a second on the same DynamoDB, measured now, with nothing else going on: what a season's pace is held against. */
export const rawWritesPerSecond = async ({ endpoint }: LocalStack): Promise<number> => {
  const client = operatorClient(endpoint);
  await createBareTable(client, TABLE);
  const from = performance.now();
  await inParallel(WIDTH, Array(WRITES).keys(), async index => {
    await client.send(new PutItemCommand({ TableName: TABLE, Item: { p: { S: String(index) }, b: { S: PAYLOAD } } }));
  });
  const seconds = (performance.now() - from) / 1000;
  await client.send(new DeleteTableCommand({ TableName: TABLE }));
  client.destroy();
  return WRITES / seconds;
};
