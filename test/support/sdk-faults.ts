import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** One request of the SDK on its way to the wire: each of its own retries is a request. */
export interface WireRequest {
  /** `PutItemCommand`, ... */
  readonly command: string;
  /** 1 for the first request since the middleware was added. */
  readonly count: number;
  /** Sends it and waits for the answer. */
  readonly send: () => Promise<unknown>;
}

/**
 * Puts a fault between the SDK and the wire, below its retries: `handle` may send, not send, or lose the answer by
 * throwing after it has sent. https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/middleware-stack.html
 */
export const onWire = (client: DynamoDBDocumentClient, handle: (request: WireRequest) => Promise<unknown>): void => {
  let count = 0;
  client.middlewareStack.add(
    (next, context) => async args => {
      const command = context.commandName ?? '';
      count += 1;
      let sent: Awaited<ReturnType<typeof next>> | undefined;
      const send = async (): Promise<unknown> => {
        sent = await next(args);
        return sent.output;
      };
      const output = await handle({ command, count, send });
      return { response: sent?.response, output: output as never };
    },
    { step: 'deserialize', priority: 'high', name: 'fault' },
  );
};

/** The requests or the answers of one batch command: by table, with plain values. */
export type ByTable<T> = Readonly<Record<string, T>>;

/**
 * Has DynamoDB take only a part of each batch: `handle` sends what it likes and answers what it likes.
 * BatchGetItem and BatchWriteItem may leave out any part of a request: the caller has to ask again.
 */
export const onBatch = <T>(
  client: DynamoDBDocumentClient,
  handle: (items: ByTable<T>, send: (items: ByTable<T>) => Promise<object>) => Promise<object>,
): void => {
  client.middlewareStack.add(
    next => async args => {
      const { RequestItems } = args.input as { RequestItems: ByTable<T> };
      let response: unknown;
      const output = await handle(RequestItems, async items => {
        const answer = await next({ ...args, input: { ...args.input, RequestItems: items } as typeof args.input });
        response = answer.response;
        return answer.output;
      });
      return { response, output: output as never };
    },
    { step: 'initialize', name: 'partial' },
  );
};

/** What the SDK makes of a connection that breaks before the answer: it tries again. */
export const brokenConnection = (): Error => Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });

/** What DynamoDB answers to a transaction that it did not carry out, with the reason of each action. */
export const transactionCancelled = (...codes: readonly string[]): Error =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata: {},
    CancellationReasons: codes.map(Code => ({ Code })),
  });

/** What DynamoDB answers above a table's or a partition's throughput. */
export const throttled = (): Error =>
  Object.assign(new Error('slow down'), {
    name: 'ProvisionedThroughputExceededException',
    $metadata: { httpStatusCode: 400 },
  });

/** Units that DynamoDB counts for each request of this client. */
export const countCapacity = (client: DynamoDBDocumentClient): number[] => {
  const units: number[] = [];
  client.middlewareStack.add(
    next => async args => {
      const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' };
      const answer = await next({ ...args, input });
      if ('ConsumedCapacity' in answer.output) {
        // A batch answers for each table.
        const consumed = [answer.output.ConsumedCapacity].flat() as ({ readonly CapacityUnits?: number } | undefined)[];
        units.push(consumed.reduce((sum, one) => sum + (one?.CapacityUnits ?? Number.NaN), 0));
      }
      return answer;
    },
    { step: 'initialize', name: 'capacity' },
  );
  return units;
};
