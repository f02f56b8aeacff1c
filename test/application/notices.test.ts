import { describe, expect, it, test } from 'vitest';
import { contentOf, payloadOf, tenantOf } from '../../shared/application/dead-letters/content.ts';
import { lookAround, showLetters } from '../../shared/application/dead-letters/list.ts';
import type { LetterRef, Place } from '../../shared/application/dead-letters/ports.ts';
import type { Operator } from '../../shared/application/dead-letters/search.ts';
import { discard, redrive } from '../../shared/application/dead-letters/settle.ts';
import { memoryEventStore } from '../../shared/store/memory-event-store.ts';
import { memoryDeadLetters, memoryIncidents } from '../support/memory-dead-letters.ts';

const NOW = '2023-08-12T09:00:00.000Z';
const otto: Operator = { tenantId: 'acme', actor: 'otto', platform: false };
const root: Operator = { ...otto, actor: 'root', platform: true };
const terminal: Operator = { tenantId: undefined, actor: 'terminal', platform: true };

const DELIVERY = {
  ...{ tenantId: 'acme', subscriptionId: 'sub-1', deliveryId: 'msg_0mwq6kr4o_72aJjCauasDjjFgkmrT-g9' },
  ...{ attempt: 0, due: NOW, waits: 0 },
};
const SCHEDULED = {
  ...{ version: '0', id: 'x', 'detail-type': 'Scheduled Event', source: 'aws.events', account: '1' },
  ...{ time: '2023-08-12T08:00:00Z', region: 'r', resources: ['arn:aws:events:r:1:rule/Remind'], detail: {} },
};
const commitOf = (stream: string, tenantId = 'acme') => ({
  key: `${tenantId}#${stream.split('.')[0]} ${stream}:000000002`,
  reason: 'it is too large',
});
const RECORDS = {
  version: '1.0',
  requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3, functionArn: 'arn' },
  DDBStreamBatchInfo: {
    shardId: 's',
    startSequenceNumber: '5',
    endSequenceNumber: '9',
    batchSize: 2,
    streamArn: 'arn',
  },
};

const WEBHOOKS: Place = { handler: 'deliver-webhooks', queue: 'dead-letters' };
const REMIND: Place = { handler: 'remind', queue: 'undelivered' };
const QUARANTINE: Place = { handler: 'publish-events', queue: 'quarantine' };
const ABANDONED: Place = { handler: 'index-events', queue: 'abandoned' };
const at = (place: Place, messageId: string): LetterRef => ({ ...place, messageId });

const open = () => {
  const letters = memoryDeadLetters();
  const incidents = memoryIncidents();
  const sources = { queues: letters.queues, incidents, store: memoryEventStore(), clock: () => NOW };
  const put = (place: Place, message: unknown, messageId: string) =>
    letters.put(place, JSON.stringify(message), { messageId });
  const look = async (operator: Operator) => showLetters(sources, (await lookAround(sources, operator)).letters);
  return { ...letters, incidents, sources, put, look };
};

test.each([
  ['delivery', DELIVERY, 'acme', DELIVERY.deliveryId],
  ['rebuild', { projection: 'standings', jobId: 'j' }, undefined, 'standings'],
  ['schedule', SCHEDULED, undefined, SCHEDULED.time],
  ['commit', commitOf('match-m'), 'acme', 'match-m:2'],
  ['records', RECORDS, undefined, '5'],
])(
  'a message about a %s is read as one, and no field of it is shown that nobody named',
  (kind, message, tenantId, subject) => {
    const content = contentOf({ body: JSON.stringify({ ...message, secret: 'whsec', predicted: [2, 1] }) });
    expect([content, tenantOf(content)]).toMatchObject([{ kind, subject }, tenantId]);
    expect(JSON.stringify(payloadOf(content))).not.toMatch(/whsec|predicted/);
  },
);

test.each([
  ['nothing', {}],
  ['a delivery of another form', { ...DELIVERY, deliveryId: 'prediction-m.ann:1' }],
  ['a commit without a tenant', { key: '? ?', reason: 'Unexpected token in {"predicted":[2,1]}' }],
  ['a rebuild of something else', { projection: 'picks', jobId: 'j' }],
])('%s is unreadable, and not shown', (_, message) => {
  const content = contentOf({ body: JSON.stringify(message) });
  expect([content.kind, payloadOf(content)]).toEqual(['unreadable', undefined]);
});

describe('looking', () => {
  it('shows what is no event with what it says: a tenant’s to its operators, nobody’s to the platform’s', async () => {
    const { put, look } = open();
    put(WEBHOOKS, DELIVERY, 'webhook');
    put(WEBHOOKS, { ...DELIVERY, tenantId: 'umbra' }, 'theirs');
    put(REMIND, SCHEDULED, 'remind');
    put(ABANDONED, RECORDS, 'records');
    const shown = await look(otto);
    expect(shown).toMatchObject([
      {
        ...{ kind: 'delivery', redrivable: true, event: null, unreadable: null, why: null, incidents: [] },
        ...{ subject: DELIVERY.deliveryId, payload: { subscriptionId: 'sub-1' } },
      },
    ]);
    const all = await look(root);
    expect(all.map(({ letter }) => letter.messageId).toSorted()).toEqual(['records', 'remind', 'webhook']);
    expect(all.filter(({ redrivable }) => redrivable)).toHaveLength(1);
    expect(all).toContainEqual(expect.objectContaining({ kind: 'records', why: 'RetryAttemptsExhausted' }));
    expect(await look(terminal)).toHaveLength(4);
  });

  it('shows no commit of a prediction before its match is locked, at a terminal neither', async () => {
    const { put, look } = open();
    put(QUARANTINE, commitOf('prediction-m.ann'), 'pick');
    put(QUARANTINE, commitOf('match-m'), 'match');
    for (const operator of [otto, terminal])
      expect(await look(operator)).toMatchObject([{ subject: 'match-m:2', why: 'it is too large', redrivable: false }]);
  });
});

describe('what has no queue to go to', () => {
  it('is refused when it is named, and nothing is done', async () => {
    const { put, sources, sent, ids } = open();
    put(WEBHOOKS, DELIVERY, 'webhook');
    put(REMIND, SCHEDULED, 'remind');
    const chosen = { letters: [at(WEBHOOKS, 'webhook'), at(REMIND, 'remind')] };
    await expect(redrive(sources, root, { chosen, now: NOW })).rejects.toMatchObject({ name: 'NotRedrivableError' });
    expect([sent, ids()]).toEqual([[], ['webhook', 'remind']]);
  });

  it('stays where it is when all is redriven, and can be discarded', async () => {
    const { put, sources, sent, ids, incidents } = open();
    put(WEBHOOKS, DELIVERY, 'webhook');
    put(REMIND, SCHEDULED, 'remind');
    put(QUARANTINE, commitOf('match-m'), 'commit');
    await redrive(sources, root, { chosen: { all: true }, now: NOW });
    expect([sent, ids()]).toMatchObject([[{ handler: 'deliver-webhooks' }], ['remind', 'commit']]);
    const letters = [at(REMIND, 'remind'), at(QUARANTINE, 'commit')];
    await discard(sources, root, { letters, reason: 'the next run did it', now: NOW });
    expect(ids()).toEqual([]);
    expect(incidents.all).toMatchObject([
      { what: 'redriven', tenantId: 'acme', eventId: DELIVERY.deliveryId },
      { what: 'discarded', tenantId: 'unknown', eventId: 'remind' },
      { what: 'discarded', tenantId: 'acme', eventId: 'match-m:2' },
    ]);
  });
});
