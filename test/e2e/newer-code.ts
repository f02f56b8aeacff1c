import * as z from 'zod';
import { operatorClient } from '../../cli/season/ledger.ts';
import type { DomainEvent } from '../../shared/events/catalog.ts';
import { matchStream } from '../../shared/events/streams.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { append, commitOf } from '../contracts/commits.ts';
import { otherCode } from '../support/other-code.ts';
import type { TestStack } from './harness.ts';

const FUTURE = { version: '99.0', data: z.unknown() } as const;

/**
 * What newer code stores while the old functions still run: one commit in the stream of a match, of events that the rules lead
 * to every handler there is, one of them of a type that nobody knows.
 */
export const appendAsNewerCode = async ({ stack }: TestStack, tenant: string, matchId: string): Promise<void> => {
  const client = operatorClient(stack.endpoint);
  const tables = stack.assembly.ofType('AWS::DynamoDB::GlobalTable');
  const tableName = tables.find(({ logicalId }) => logicalId.startsWith('Events'))?.name ?? '';
  const store = dynamoDBEventStore({ client, tableName });
  const { token } = await store.load(tenant, matchStream(matchId));
  const types = ['match.finished', 'prediction.revised', 'weather.changed'];
  using _newer = otherCode(Object.fromEntries(types.map(type => [type, FUTURE])));
  const events = types.map(type => ({ type, data: { said: 'by the crowd' } }) as unknown as DomainEvent);
  await append(store, token, commitOf('newer', ...events));
  client.destroy();
};

/** A metric with the dimension that tells functions apart. */
interface Counted {
  readonly namespace: unknown;
  readonly service: unknown;
}

interface EmbeddedMetrics {
  readonly _aws?: { readonly CloudWatchMetrics: readonly { readonly Namespace: string }[] };
  readonly service?: string;
  readonly parked?: number;
}

const embedded = (line: string): EmbeddedMetrics => {
  const json = line.indexOf('{"_aws"');
  return json < 0 ? {} : (JSON.parse(line.slice(json)) as EmbeddedMetrics);
};

/** The functions that counted parked events, by the metrics in what they printed: once each. */
export const parkedCounts = (logs: readonly string[]): readonly Counted[] => {
  const counts = logs.map(embedded).filter(({ parked = 0 }) => parked > 0);
  return counts.map(({ _aws, service }) => ({ namespace: _aws?.CloudWatchMetrics[0]?.Namespace, service }));
};

/** The metrics of parked events that sound an alarm. */
export const parkedAlarms = ({ stack }: TestStack): readonly Counted[] =>
  stack.assembly
    .ofType('AWS::CloudWatch::Alarm')
    .filter(({ properties }) => properties.MetricName === 'parked')
    .map(({ properties }) => {
      const [dimension] = properties.Dimensions as readonly { readonly Name: string; readonly Value: string }[];
      return { namespace: properties.Namespace, service: dimension?.Value };
    });
