import { environment } from '../../shared/lambda/environment.ts';
import { indexHandler } from '../../shared/lambda/index-handler.ts';
import { documentClient } from '../../shared/store/client.ts';
import { decodeStreamed } from '../../shared/store/commit-codec.ts';
import { dynamoDBIndexWriter } from '../../shared/store/dynamodb-index-writer.ts';

export const handler = indexHandler({
  decode: decodeStreamed,
  index: dynamoDBIndexWriter({ client: documentClient(), indexTable: environment('INDEX_TABLE') }),
});
