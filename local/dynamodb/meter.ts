import type { DynamoDbClient } from './client.ts';

/** What was asked of a table, and what AWS would count for it. */
export interface TableUse {
  /** Requests that succeeded. */
  readonly reads: number;
  readonly writes: number;
  /** Capacity units, as DynamoDB counts them. */
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** Counts what goes through a client. */
export interface Meter {
  readonly client: DynamoDbClient;
  /** By name of the table. */
  readonly tables: ReadonlyMap<string, TableUse>;
}

const READS = new Set(['GetItem', 'BatchGetItem', 'TransactGetItems', 'Query', 'Scan']);
const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

const FIELD = '"ReturnConsumedCapacity"';
const ANSWER = '"ConsumedCapacity":';

/** Asks what the request costs, without reading it: a season has a hundred thousand of them. */
const asking = (body: Buffer): Buffer => {
  if (body.includes(FIELD) || body.length <= 2) return body;
  return Buffer.concat([Buffer.from(`{${FIELD}:"TOTAL",`), body.subarray(1)]);
};

/** The JSON object or array that begins here: nothing in it but names of tables and numbers. */
const balanced = (text: string): string => {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    if ('{['.includes(text[index] ?? '')) depth += 1;
    else if ('}]'.includes(text[index] ?? '')) depth -= 1;
    if (depth === 0) return text.slice(0, index + 1);
  }
  return '[]';
};

interface Consumed {
  readonly TableName: string;
  readonly CapacityUnits: number;
}

const consumedOf = (answer: Buffer): readonly Consumed[] => {
  const at = answer.lastIndexOf(ANSWER);
  if (at < 0) return [];
  const consumed = JSON.parse(balanced(answer.toString('latin1', at + ANSWER.length))) as Consumed | Consumed[];
  return Array.isArray(consumed) ? consumed : [consumed];
};

const NOTHING: TableUse = { reads: 0, writes: 0, readUnits: 0, writeUnits: 0 };

/** A client that also counts. Requests that were refused are not counted, though AWS charges a failed condition. */
export const meterOf = (client: DynamoDbClient): Meter => {
  const tables = new Map<string, TableUse>();
  const count = (operation: string, { TableName, CapacityUnits }: Consumed): void => {
    const use = tables.get(TableName) ?? NOTHING;
    tables.set(
      TableName,
      READS.has(operation)
        ? { ...use, reads: use.reads + 1, readUnits: use.readUnits + CapacityUnits }
        : { ...use, writes: use.writes + 1, writeUnits: use.writeUnits + CapacityUnits },
    );
  };
  const forward: DynamoDbClient['forward'] = async (target, body) => {
    const [, operation = ''] = target.split('.');
    if (!READS.has(operation) && !WRITES.has(operation)) return client.forward(target, body);
    const answer = await client.forward(target, asking(body));
    if (answer.status === 200) for (const consumed of consumedOf(answer.body)) count(operation, consumed);
    return answer;
  };
  return { tables, client: { ...client, forward } };
};
