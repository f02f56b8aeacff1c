import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { PlacedPredictions } from '../application/notifications/remind.ts';
import { predictionId, predictionStream } from '../events/streams.ts';
import { batchGet } from './batch.ts';
import { partitionKey, sortKey } from './commit-keys.ts';

/** Looks for the first commit of each prediction: 100 in one request. */
export const dynamoDBPlacedPredictions =
  (client: DynamoDBDocumentClient, eventsTable: string): PlacedPredictions =>
  async (tenantId, refs) => {
    const byKey = new Map(
      refs.map(({ matchId, playerId }) => {
        const { partition, name } = predictionStream(matchId, playerId);
        const key = { p: partitionKey(tenantId, partition), s: sortKey(name, 1) };
        return [`${key.p}|${key.s}`, { key, id: predictionId(matchId, playerId) }] as const;
      }),
    );
    const keys = Array.from(byKey.values(), ({ key }) => key);
    const found = await batchGet(client, eventsTable, keys, { consistent: true });
    return new Set(found.flatMap(({ p, s }) => byKey.get(`${p}|${s}`)?.id ?? []));
  };
