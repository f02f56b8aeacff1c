import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Units that DynamoDB counted since the last reset. */
export interface Meter {
  reset(): void;
  read(): { readonly wru: number; readonly rru: number };
  /** While timing, nothing is asked besides (the meter of the others reads items around a transaction). */
  timing?(on: boolean): void;
}

/** Counts the units of each PutItem, Query and Scan of a client. Failed conditional writes are not in it: nothing answers what they took. */
export const attachMeter = (client: DynamoDBClient): Meter => {
  let units = { wru: 0, rru: 0 };
  client.middlewareStack.add(
    (next, context) => async args => {
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } as never });
      const { ConsumedCapacity: consumed } = answer.output as { readonly ConsumedCapacity?: ConsumedCapacity };
      units[context.commandName === 'PutItemCommand' ? 'wru' : 'rru'] += consumed?.CapacityUnits ?? 0;
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
