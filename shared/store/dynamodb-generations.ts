import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import {
  activeReader,
  cachedGenerations,
  FIRST_GENERATION,
  type GenerationalTally,
  type GenerationRegister,
  type Generations,
} from '../application/generations.ts';
import type { ReadModel } from '../application/read-models.ts';
import { batchGet } from './batch.ts';
import { dynamoDBTallyTable } from './dynamodb-tally-table.ts';

/** The register's own item in the read model's table: no tenant is called that. */
const KEY = { p: '!generations', s: 'register' } as const;

const unchanged = (before: Generations) =>
  before === FIRST_GENERATION
    ? { ConditionExpression: 'attribute_not_exists(p)' }
    : {
        ConditionExpression: 'active = :active AND written = :written AND newest = :newest',
        ExpressionAttributeValues: { ':active': before.active, ':written': before.written, ':newest': before.newest },
      };

/** Keeps the generations of a read model in an item of its own table, changed by one conditional write. */
export const dynamoDBGenerations = (client: DynamoDBDocumentClient, TableName: string): GenerationRegister => ({
  read: async () => {
    const [item] = await batchGet(client, TableName, [KEY], { consistent: true });
    if (!item) return FIRST_GENERATION;
    const { active, written, newest } = item as unknown as Generations;
    return { active, written, newest };
  },
  replace: async (before, after) => {
    try {
      await client.send(new PutCommand({ TableName, Item: { ...KEY, ...after }, ...unchanged(before) }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});

/** A tally in a table of its own, with all its generations. */
export const generationalTally = (client: DynamoDBDocumentClient, tableName: string): GenerationalTally => ({
  tally: dynamoDBTallyTable(client, tableName),
  generations: cachedGenerations(dynamoDBGenerations(client, tableName)),
});

/** The active generation of a read model, to be read either way. */
export const readModel = (client: DynamoDBDocumentClient, tableName: string): ReadModel => {
  const { tally, generations } = generationalTally(client, tableName);
  return {
    eventual: activeReader({ tally, generations }),
    consistent: activeReader({ tally: dynamoDBTallyTable(client, tableName, { consistent: true }), generations }),
  };
};
