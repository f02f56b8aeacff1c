import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { LocalStack } from '../../local/stack.ts';
import type { Assembly, Json, JsonObject, Resource } from '../../local/types.ts';
import { compilePattern } from '../../patterns/event-pattern.ts';
import type { Outcome } from '../../shared/application/outcome.ts';
import { EVENT_SOURCE } from '../../shared/bus/eventbridge-publisher.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { type CommitItem, decodeCommit } from '../../shared/store/commit-codec.ts';
import { operatorClient } from '../ledger/deployment.ts';

/** What the books say after a run: is everything that was stored published, and handled by everybody it concerns? */
export interface Ledger {
  readonly stored: number;
  /** Stored events that went over the bus. */
  readonly published: number;
  /** Messages in dead-letter queues of any kind. */
  readonly deadLettered: number;
  /**
   * Pairs of event and handler that the rules bring together, and that have no final outcome on record; and events that no
   * rule takes, where the default route takes whatever nobody else does.
   */
  readonly withoutOutcome: readonly string[];
}

/** The items of a table, page by page: a season's outcomes are too many to hold at once beside the stack. */
async function* scan<T>(
  client: DynamoDBDocumentClient,
  TableName: string,
  attributes?: readonly string[],
): AsyncGenerator<readonly T[]> {
  const projection = attributes && {
    ProjectionExpression: attributes.map(name => `#${name}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(attributes.map(name => [`#${name}`, name])),
  };
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const input = { TableName, ExclusiveStartKey, ConsistentRead: true, ...projection };
    const page = await client.send(new ScanCommand(input));
    yield (page.Items ?? []) as T[];
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

const table = (assembly: Assembly, logicalId: string): string => {
  const found = ['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table']
    .flatMap(type => assembly.ofType(type))
    .find(resource => resource.logicalId.startsWith(logicalId));
  if (!found) throw new Error(`the template has no table ${logicalId}`);
  return found.name;
};

const arrayOf = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly JsonObject[]) : [];

const handlerOf = (assembly: Assembly, queueArn: Json | undefined): string | undefined => {
  const mapping = assembly
    .ofType('AWS::Lambda::EventSourceMapping')
    .find(({ properties }) => properties.EventSourceArn === queueArn);
  const functionName = mapping?.properties.FunctionName;
  const handler = assembly
    .ofType('AWS::Lambda::Function')
    .find(({ name, arn, ref }) => [name, arn, ref].includes(String(functionName)));
  const variables = (handler?.properties.Environment as JsonObject | undefined)?.Variables as JsonObject | undefined;
  return variables?.HANDLER_NAME as string | undefined;
};

interface RoutedHandler {
  readonly matches: (event: Json) => boolean;
  readonly handler: string;
}

/** Which handler each rule of the template leads to. */
const routesOf = (assembly: Assembly): readonly RoutedHandler[] =>
  assembly.ofType('AWS::Events::Rule').flatMap(({ properties }: Resource) => {
    // A schedule waits for no event.
    if (properties.EventPattern === undefined) return [];
    const pattern = compilePattern(properties.EventPattern);
    return arrayOf(properties.Targets).flatMap(({ Arn }) => {
      const handler = handlerOf(assembly, Arn);
      return handler ? [{ matches: (event: Json) => pattern.matches(event), handler }] : [];
    });
  });

const onTheBus = (event: Envelope): Json => ({
  source: EVENT_SOURCE,
  'detail-type': event.type,
  detail: event as unknown as Json,
});

/** Queues that nobody reads: whatever is in them went wrong. */
const deadLetters = (stack: LocalStack): number => {
  const read = new Set(
    stack.assembly.ofType('AWS::Lambda::EventSourceMapping').map(({ properties }) => properties.EventSourceArn),
  );
  const dead = new Set(
    stack.assembly
      .ofType('AWS::SQS::Queue')
      .filter(({ arn }) => !read.has(arn))
      .map(({ name }) => name),
  );
  return Object.entries(stack.statistics().queues)
    .filter(([name]) => dead.has(name))
    .reduce((sum, [, { visible, inFlight, delayed }]) => sum + visible + inFlight + delayed, 0);
};

interface AuditItem {
  readonly p: string;
  readonly s: string;
  readonly status: Outcome['status'];
}

/** An event that failed is delivered again: until then nothing is known of it. */
const isFinal = ({ status }: AuditItem): boolean => status !== 'failed';

/** It puts on record only what concerns a tenant that has webhooks, and a season has none. */
const UNRECORDED = 'fan-out-webhooks';

/** What the rules make of an event: the handlers that owe an outcome, or that there is none. */
const owed = (event: Envelope, routes: readonly RoutedHandler[]): readonly string[] => {
  const message = onTheBus(event);
  const handlers = routes
    .filter(({ handler, matches }) => handler !== UNRECORDED && matches(message))
    .map(({ handler }) => handler);
  return (handlers.length > 0 ? handlers : ['(no rule takes it)']).map(
    handler => `${event.tenantId}#${event.id} ${handler}`,
  );
};

/** Reads every event and every outcome, and holds them against each other and against the template's own rules. */
export const readLedger = async (stack: LocalStack, publishedIds: ReadonlySet<string>): Promise<Ledger> => {
  const client = operatorClient(stack.endpoint);
  try {
    const audit = new Set<string>();
    for await (const page of scan<AuditItem>(client, table(stack.assembly, 'Audit'), ['p', 's', 'status']))
      for (const item of page) if (isFinal(item)) audit.add(`${item.p} ${item.s}`);
    const routes = routesOf(stack.assembly);
    const sum = { stored: 0, published: 0 };
    const withoutOutcome = new Set<string>();
    for await (const page of scan<CommitItem>(client, table(stack.assembly, 'Events')))
      for (const event of page.flatMap(item => decodeCommit(item).events)) {
        sum.stored += 1;
        if (publishedIds.has(`${event.tenantId}#${event.id}`)) sum.published += 1;
        for (const pair of owed(event, routes)) if (!audit.has(pair)) withoutOutcome.add(pair);
      }
    return { ...sum, deadLettered: deadLetters(stack), withoutOutcome: [...withoutOutcome] };
  } finally {
    client.destroy();
  }
};

/** Whether the books balance. */
export const balances = ({ stored, published, withoutOutcome }: Ledger): boolean =>
  stored === published && withoutOutcome.length === 0;
