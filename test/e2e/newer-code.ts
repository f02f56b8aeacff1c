import { expect, it } from 'vitest';
import * as z from 'zod';
import { operatorClient } from '../../cli/ledger/deployment.ts';
import { playerOf } from '../../cli/tokens.ts';
import type { DomainEvent } from '../../shared/events/catalog.ts';
import { matchStream } from '../../shared/events/streams.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { append, commitOf } from '../contracts/commits.ts';
import { otherCode } from '../support/other-code.ts';
import type { AuditLine, TestStack } from './harness.ts';
import { worldOf } from './world.ts';

const FUTURE = { version: '99.0', data: z.unknown() } as const;

/**
 * What newer code stores while the old functions still run: one commit in the stream of a match, of events that the rules lead
 * to every handler there is, one of them of a type that nobody knows.
 */
const appendAsNewerCode = async ({ stack }: TestStack, tenant: string, matchId: string): Promise<void> => {
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
const parkedCounts = (logs: readonly string[]): readonly Counted[] => {
  const counts = logs.map(embedded).filter(({ parked = 0 }) => parked > 0);
  return counts.map(({ _aws, service }) => ({ namespace: _aws?.CloudWatchMetrics[0]?.Namespace, service }));
};

/** The metrics of parked events that sound an alarm. */
const parkedAlarms = ({ stack }: TestStack): readonly Counted[] =>
  stack.assembly
    .ofType('AWS::CloudWatch::Alarm')
    .filter(({ properties }) => properties.MetricName === 'parked')
    .map(({ properties }) => {
      const [dimension] = properties.Dimensions as readonly { readonly Name: string; readonly Value: string }[];
      return { namespace: properties.Namespace, service: dimension?.Value };
    });

/** Newer code stores events while these functions still run: they are parked, and whoever needs them to decide waits. */
export const newerCodeStory = (open: () => TestStack): void => {
  const publishedOf = () => open().published.filter(({ tenantId }) => tenantId === 'future');
  const attempts = async (): Promise<readonly string[]> =>
    (await open().scan<AuditLine & { attempt: number }>('Audit'))
      .filter(({ p }) => p.startsWith('future#'))
      .map(
        ({ p, s, status, attempt, reason }) => `${p.slice('future#'.length)} ${s}: ${status} at ${attempt}, ${reason}`,
      )
      .sort();
  const parked = (what: string, why: string): string => `parked at 1, Records[0].body.detail.${what} is ${why}`;

  it('goes over the bus as it was stored, and is parked by everybody it concerns, with an alarm', async () => {
    const world = worldOf(open(), 'future');
    open().setClock('2031-03-01T12:00:00.000Z');
    await world.schedule('m', '2031-03-01T15:00:00.000Z');
    await world.predict('ann', 'm', 1, 0);
    await open().settled();
    const [before, logged] = [await attempts(), open().logs.length];
    await appendAsNewerCode(open(), 'future', 'm');
    await open().settled();

    const data = { said: 'by the crowd' };
    expect(publishedOf().slice(-3)).toMatchObject([
      { id: 'match-m:2', type: 'match.finished', schemaVersion: '99.0', data },
      { id: 'match-m:3', type: 'prediction.revised', schemaVersion: '99.0', data },
      { id: 'match-m:4', type: 'weather.changed', schemaVersion: '99.0', data },
    ]);
    const finished = parked('schemaVersion: match.finished 99.0', 'newer than 1.0');
    const revised = parked('schemaVersion: prediction.revised 99.0', 'newer than 1.0');
    expect((await attempts()).filter(line => !before.includes(line))).toEqual([
      `match-m:2 fan-out-webhooks: ${finished}`,
      `match-m:2 notify: ${finished}`,
      `match-m:2 project-fixtures: ${finished}`,
      `match-m:2 project-standings: ${finished}`,
      `match-m:2 push-live: ${finished}`,
      `match-m:2 score-predictions: ${finished}`,
      `match-m:3 fan-out-webhooks: ${revised}`,
      `match-m:3 record-analytics: ${revised}`,
      `match-m:4 catch-unrouted: ${parked('type: "weather.changed"', 'not in the catalog of this version')}`,
    ]);
    const counted = parkedCounts(open().logs.slice(logged));
    expect(counted).toHaveLength(9);
    expect(parkedAlarms(open())).toEqual(expect.arrayContaining([...counted]));
    expect(await open().ledger()).toMatchObject({ deadLettered: 0, withoutOutcome: [] });
  });

  it('is not decided upon: a command on its stream is to be repeated, and nothing is appended', async () => {
    const answer = await fetch(`${open().apiUrl}/v1/predictions`, {
      method: 'POST',
      headers: {
        ...(await open().as(playerOf('future', 'ben'))),
        'content-type': 'application/json',
        'idempotency-key': 'late',
      },
      body: JSON.stringify({ matchId: 'm', predicted: { home: 1, away: 0 } }),
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(publishedOf()).toHaveLength(5);
    expect(await worldOf(open(), 'future').standings()).toEqual([]);
  });
};
