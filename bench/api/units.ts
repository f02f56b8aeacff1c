import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { operatorConfig } from '../../cli/ledger/deployment.ts';
import { commandMatch, createPrediction, revisePrediction } from '../../shared/application/commands.ts';
import { type CommandContext, realTime } from '../../shared/application/execution.ts';
import { createPool, joinPool, loadPool } from '../../shared/application/pool-commands.ts';
import { DEFAULT_POOL_RULES } from '../../shared/application/read-models.ts';
import { loadAsOf } from '../../shared/application/time-travel.ts';
import { matchStream, predictionStream } from '../../shared/events/streams.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { attachMeter } from '../event-store/meter.ts';

const TABLE = 'bench-units';
const NOW = '2031-01-01T12:00:00.000Z';
const matchId = 'm';

const contextOf = (commitId: string): CommandContext => ({
  tenantId: 'demo',
  actor: 'ann',
  correlationId: commitId,
  causationId: commitId,
  commitId,
  now: NOW,
  hops: 0,
  priority: 'normal',
  request: 'AAAAAAAAAAAAAAAA',
});

/** Write and read units, as DynamoDB counts them, of what the routes do; by the names of the requests. */
export const unitsOf = async (endpoint: string): Promise<ReadonlyMap<string, { wru: number; rru: number }>> => {
  const client = new DynamoDBClient(operatorConfig(endpoint));
  const [p, s] = ['p', 's'];
  await client.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [p, s].map(AttributeName => ({ AttributeName, AttributeType: 'S' as const })),
      KeySchema: [
        { AttributeName: p, KeyType: 'HASH' },
        { AttributeName: s, KeyType: 'RANGE' },
      ],
    }),
  );
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const meter = attachMeter(documents);
  const store = dynamoDBEventStore({ client: documents, tableName: TABLE });
  const dependencies = { store, ...realTime };
  const kickOff = { at: '2031-01-01T15:00:00.000Z', timeKnown: true };
  const fixture = { matchId, competition: 'c', round: null, home: 'Home', away: 'Away' };
  const ann = { matchId, playerId: 'ann' };
  const pick = (home: number) => ({ predicted: { home, away: 1 }, confidence: 0.9 });
  const pool = { poolId: 'p', competition: 'c', name: 'Pool', rules: DEFAULT_POOL_RULES };
  const of = (name: string) => contextOf(`bench-${name}`);
  await createPool(dependencies, of('pool'), pool);
  const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      'schedule a match',
      () => commandMatch(dependencies, of('schedule'), matchId, { type: 'schedule', fixture, kickOff }),
    ],
    ['place a prediction', () => createPrediction(dependencies, of('create'), ann, pick(1))],
    ['change a prediction', () => revisePrediction(dependencies, of('revise'), ann, pick(2))],
    ['join a pool', () => joinPool(dependencies, of('join'), { poolId: 'p', playerId: 'ann' })],
    ['read a match', () => loadAsOf(store, { tenantId: 'demo', stream: matchStream(matchId) }, undefined)],
    [
      'read a prediction',
      () => loadAsOf(store, { tenantId: 'demo', stream: predictionStream(matchId, 'ann') }, undefined),
    ],
    ['read a pool', () => loadPool(dependencies, 'demo', 'p')],
  ];
  const units = new Map<string, { wru: number; rru: number }>();
  for (const [name, run] of steps) {
    meter.reset();
    await run();
    units.set(name, meter.read());
  }
  client.destroy();
  return units;
};
