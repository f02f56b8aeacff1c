import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import {
  type Checkpoint,
  type CheckpointStore,
  type Claim,
  checkCheckpointName,
  StaleCheckpointError,
} from '../application/checkpoints.ts';

/** The table of the index has no other item whose partition ends like this. */
const keyOf = (tenantId: string, name: string) => ({ p: `${tenantId}#checkpoint`, s: name });

/**
 * The write that moves a checkpoint, to be put into a transaction with effects on DynamoDB: they then happen exactly once. The
 * transaction is cancelled when somebody else has claimed the checkpoint.
 *
 * @example
 * const { input } = new TransactWriteCommand({ TransactItems: [...effects, { Update: checkpointUpdate(table, claim, checkpoint) }] });
 */
export const checkpointUpdate = (TableName: string, { tenantId, name, owner }: Claim, checkpoint: Checkpoint) => ({
  TableName,
  Key: keyOf(tenantId, name),
  ConditionExpression: '#owner = :owner',
  UpdateExpression: 'SET checkpoint = :checkpoint',
  ExpressionAttributeNames: { '#owner': 'owner' },
  // Without its undefined members, whatever the client makes of them.
  ExpressionAttributeValues: { ':owner': owner, ':checkpoint': JSON.parse(JSON.stringify(checkpoint)) as Checkpoint },
});

/**
 * Checkpoints in the table of the index, an item each. One write unit for a claim and for each time one is saved.
 *
 * @example const checkpoints = dynamoDBCheckpoints(client, 'Index');
 */
export const dynamoDBCheckpoints = (client: DynamoDBDocumentClient, TableName: string): CheckpointStore => ({
  claim: async (tenantId, name) => {
    checkCheckpointName(tenantId, name);
    const owner = randomUUID();
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName,
        Key: keyOf(tenantId, name),
        UpdateExpression: 'SET #owner = :owner',
        ExpressionAttributeNames: { '#owner': 'owner' },
        ExpressionAttributeValues: { ':owner': owner },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return { tenantId, name, owner, checkpoint: Attributes?.checkpoint as Checkpoint | undefined };
  },
  save: async (claim, checkpoint) => {
    try {
      await client.send(new UpdateCommand(checkpointUpdate(TableName, claim, checkpoint)));
    } catch (cause) {
      if (cause instanceof ConditionalCheckFailedException) throw new StaleCheckpointError(claim, { cause });
      throw cause;
    }
  },
});
