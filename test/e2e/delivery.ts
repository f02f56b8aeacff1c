import { createHash } from 'node:crypto';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Envelope } from '../../shared/events/envelope.ts';
import { operator, type TestStack } from './harness.ts';
import { result, type World } from './world.ts';

const BEFORE = '2031-03-01T12:00:00.000Z';
const KICK_OFF = '2031-03-01T15:00:00.000Z';
const AFTER = '2031-03-01T17:00:00.000Z';

/** Every event of a tenant that went over the bus, repetitions included. */
export const publishedBy = ({ published }: TestStack, tenant: string): readonly Envelope[] =>
  published.filter(event => event.tenantId === tenant);

/** Events that are published before the one they follow in their stream; none, when its order was kept. Repetitions are allowed. */
export const outOfOrder = (events: readonly Envelope[]): readonly string[] => {
  const seen = new Map<string, number>();
  return events.flatMap(({ tenantId, stream, version, id }) => {
    const name = `${tenantId}#${stream}`;
    const last = seen.get(name) ?? 0;
    seen.set(name, Math.max(last, version));
    return version > last + 1 ? [id] : [];
  });
};

/** Nine predictions of three matches, revised, one withdrawn; a result, one corrected, one that is cancelled after all. */
export const playThreeMatches = async ({ setClock, settled }: TestStack, world: World): Promise<unknown> => {
  const matches = ['m1', 'm2', 'm3'];
  setClock(BEFORE);
  for (const match of matches) await world.schedule(match, KICK_OFF);
  const predictThenRevise = async (player: string, p: number, match: string, m: number): Promise<void> => {
    await world.predict(player, match, p, m, 0.5);
    await world.change(player, match, 'revise', { predicted: { home: 9, away: 9 } });
    await world.change(player, match, 'revise', { predicted: { home: p + 1, away: m } });
  };
  await Promise.all(
    ['ann', 'ben', 'cal'].flatMap((player, p) => matches.map((match, m) => predictThenRevise(player, p, match, m))),
  );
  await world.change('ann', 'm3', 'cancel', { reason: 'no idea' });
  setClock(AFTER);
  await world.match('m1', 'finish', { result: result(2, 0) });
  await world.match('m2', 'finish', { result: result(1, 1) });
  await world.match('m1', 'correct', { result: result(1, 0), reason: 'own goal' });
  await world.match('m3', 'finish', { result: result(3, 2) });
  await world.match('m3', 'cancel', { reason: 'unfit player' });
  await settled();
  return { standings: await world.standings(), total: (await world.statistics()).total };
};

/** What that amounts to, whatever is done to its events on their way: worked out by hand. */
export const THREE_MATCHES = {
  standings: ['1. ann 8 (2/0/0/0/0) 0 0', '2. ben 2 (0/0/0/1/1) 1 0', '2. cal 2 (0/0/0/1/1) 1 0'],
  total: {
    ...{ created: 9, revised: 18, cancelled: 1, evaluated: 6, void: 2, points: 12 },
    ...{ hitRate: 4 / 6, confidenceMean: null, accuracyMean: null },
  },
};

/** A hash of every table that holds state. The audit is none: it is the record of deliveries. */
export const stateHash = async ({ scan }: TestStack): Promise<string> => {
  const tables = await Promise.all(
    (['Events', 'Standings', 'Statistics', 'Inbox'] as const).map(table => scan<Record<string, unknown>>(table)),
  );
  if (tables.some(items => items.length === 0)) throw new Error('a table is empty: its hash would say nothing');
  const lines = tables.map(items => items.map(item => JSON.stringify(Object.entries(item).sort())).sort());
  return createHash('sha256').update(JSON.stringify(lines)).digest('hex');
};

/** Puts events on the bus past the outbox, in this order, and says how many the bus refused. */
export const putOnBus = async (open: TestStack, events: readonly object[]): Promise<number> => {
  const bus = open.stack.assembly.ofType('AWS::Events::EventBus')[0]?.name;
  const client = new EventBridgeClient(operator(open));
  let refused = 0;
  for (let at = 0; at < events.length; at += 10) {
    const Entries = events.slice(at, at + 10).map(event => ({
      EventBusName: bus,
      Source: 'matchday',
      DetailType: 'type' in event ? String(event.type) : 'unknown',
      Detail: JSON.stringify(event),
    }));
    refused += (await client.send(new PutEventsCommand({ Entries }))).FailedEntryCount ?? 0;
  }
  client.destroy();
  return refused;
};
