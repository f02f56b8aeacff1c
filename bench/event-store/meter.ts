import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Units that DynamoDB counted since the last reset. */
export interface Meter {
  reset(): void;
  read(): { readonly wru: number; readonly rru: number };
  /** While timing, nothing is asked besides (the meter of the others reads items around a transaction). */
  timing?(on: boolean): void;
}

/** A batch answers it for each table. */
type Consumed = ConsumedCapacity | readonly ConsumedCapacity[];

/** Counts the units of each read and each write of a client. Failed conditional writes are not in it: nothing answers what they took. */
export const attachMeter = (client: DynamoDBClient | DynamoDBDocumentClient): Meter => {
  let units = { wru: 0, rru: 0 };
  client.middlewareStack.add(
    (next, context) => async args => {
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } as never });
      const { ConsumedCapacity: consumed } = answer.output as { readonly ConsumedCapacity?: Consumed };
      const kind = /Put|Write/.test(context.commandName ?? '') ? 'wru' : 'rru';
      for (const { CapacityUnits = 0 } of [consumed ?? []].flat()) units[kind] += CapacityUnits;
      return answer;
    },
    { step: 'initialize', name: 'meter' },
  );
  return {
    reset: () => {
      units = { wru: 0, rru: 0 };
    },
    read: () => ({ ...units }),
  };
};
