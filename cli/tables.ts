import { DynamoDBClient, ListTablesCommand, type ListTablesCommandOutput } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** No stack is there that has the table. */
export class NoSuchStackError extends Error {
  override readonly name = 'NoSuchStackError';
}

/** Settings that all clients of AWS have. */
interface OperatorConfig {
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/**
 * Settings of a client for a person at a terminal: with an endpoint that of a local stack, where the access key `operator`
 * may do everything; without one AWS, with the credentials and the region of the environment.
 */
export const operatorConfig = (endpoint: string | undefined): OperatorConfig =>
  endpoint === undefined
    ? {}
    : { endpoint, region: 'local', credentials: { accessKeyId: 'operator', secretAccessKey: 'local' } };

export const operatorDocuments = (endpoint: string | undefined): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient(operatorConfig(endpoint)));

/** The name of a table of the data stack of a stage. @throws NoSuchStackError */
export const tableOf = async (client: DynamoDBDocumentClient, stage: string, logicalId: string): Promise<string> => {
  const prefix = `MatchdayData-${stage}-${logicalId}`;
  let ExclusiveStartTableName: string | undefined;
  do {
    const page: ListTablesCommandOutput = await client.send(new ListTablesCommand({ ExclusiveStartTableName }));
    const found = page.TableNames?.find(name => name.startsWith(prefix));
    if (found !== undefined) return found;
    ExclusiveStartTableName = page.LastEvaluatedTableName;
  } while (ExclusiveStartTableName !== undefined);
  throw new NoSuchStackError(
    `There is no table ${prefix}...: is the stage "${stage}" deployed, or the endpoint right?`,
  );
};
