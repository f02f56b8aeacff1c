import { describe, expect, it } from 'vitest';
import { billOf } from '../../cli/bill/use.ts';
import { otherScore } from '../../cli/demo/troubles.ts';
import { demoWorld } from './demo-world.ts';

describe('the demo over HTTP', () => {
  it('presses the buttons, and answers how things are then', async () => {
    const { ask, pressed } = await demoWorld();
    for (const [path, body] of [
      ['play', {}],
      ['pause', {}],
      ['speed', { speed: 3 }],
      ['speed', { speed: 'fastest' }],
      ['step', { unit: 'matchday' }],
      ['season', { season: 'premier-league-2018-19' }],
    ] as const)
      expect(await ask('POST', `/demo/${path}`, body)).toMatchObject({ status: 200, body: { phase: 'playing' } });
    expect(pressed).toEqual([
      'play',
      'pause',
      'speed 3',
      'speed fastest',
      'step matchday',
      'season premier-league-2018-19',
    ]);
  });

  it('tells where the season is, and counts by step', async () => {
    const { ask, bus } = await demoWorld();
    const entry = { Source: 'matchday', DetailType: 'match.finished', Detail: '{}', EventBusName: 'bus' };
    await bus.service('PutEvents', { Entries: [entry, entry, entry] });
    const { body } = await ask('GET', '/demo/state');
    expect(body).toMatchObject({
      season: { title: 'A league', matches: 380 },
      clock: '2024-01-01T12:00:00.000Z',
      breakable: ['publish-events', 'score-predictions'],
      players: [{ playerId: 'ann', name: 'Ann' }],
      counts: { stored: 7, published: 3, delivered: 3, handled: 0, waiting: 3, deadLetters: 0 },
    });
  });

  it('counts as handled what has left its queue, and as a dead letter what nobody could handle', async () => {
    const { ask, bus, queues } = await demoWorld();
    const entry = { Source: 'matchday', DetailType: 'match.finished', Detail: '{}', EventBusName: 'bus' };
    await bus.service('PutEvents', { Entries: [entry, entry] });
    const queue = queues.byName('queue');
    const [message, other] = queue?.receive(2) ?? [];
    queue?.delete(message?.receiptHandle ?? '');
    queue?.changeVisibility(other?.receiptHandle ?? '', 0);
    // Received as often as its queue allows: the next time it goes to the dead letters.
    queue?.receive(1);
    const { body } = await ask('GET', '/demo/state');
    expect(body.counts).toMatchObject({ handled: 1, waiting: 0, deadLetters: 1, handlers: [{ failures: 1 }] });
  });

  it('breaks a handler and mends it; an unknown one is refused', async () => {
    const { ask, pressed } = await demoWorld();
    const broken = await ask('POST', '/demo/break', { handler: 'score-predictions' });
    expect(broken.body.broken).toEqual(['score-predictions']);
    expect((await ask('POST', '/demo/mend', { handler: 'score-predictions' })).body.broken).toEqual([]);
    expect(pressed).toEqual(['fail scoring', 'mend scoring']);
    expect(await ask('POST', '/demo/break', { handler: 'commands' })).toMatchObject({ status: 409 });
  });

  it('corrects a match that is over', async () => {
    const { ask, pressed } = await demoWorld();
    expect(await ask('POST', '/demo/correct', {})).toEqual({
      status: 200,
      body: {
        matchId: 'final',
        home: 'Ajax',
        away: 'Benfica',
        before: { home: 2, away: 1 },
        after: { home: 2, away: 2 },
      },
    });
    expect(pressed).toEqual([expect.stringMatching(/^\/v1\/matches\/final\/correct .*"fullTime":{"home":2,"away":2}/)]);
    expect(await ask('POST', '/demo/correct', { matchId: 'other' })).toMatchObject({ status: 409 });
  });

  it('has a bill of what was counted, and says what was not', async () => {
    const { ask } = await demoWorld();
    const { body } = await ask('GET', '/demo/bill');
    // A million write units, a hundred thousand read units, 4 invocations of 2 s at 512 MB, 8 requests to queues.
    expect(body.total).toBeCloseTo(0.625 + 0.0125 + (4 * 0.2) / 1e6 + 0.0000133334 + (8 * 0.4) / 1e6, 9);
    expect(body.notCounted).toContain('storage');
  });

  it.each([
    ['a page of another site', { origin: 'https://evil.example' }, 403],
    ['another page of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['a page that sends no Origin', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another port of this site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a name that leads here for now', { host: 'evil.example' }, 403],
    ['a name that begins like ours', { host: '127.0.0.1.evil.example' }, 403],
    ['a form', { 'content-type': 'text/plain' }, 415],
  ])('gives nothing to %s', async (_, headers, status) => {
    const { ask, pressed } = await demoWorld();
    for (const path of ['/demo/token', '/demo/play'])
      expect(await ask('POST', path, {}, headers as unknown as Record<string, string>)).toMatchObject({ status });
    expect(pressed).toEqual([]);
  });

  it('answers its own page, under either name', async () => {
    const { ask, host } = await demoWorld();
    const own = { origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
    expect(await ask('POST', '/demo/play', {}, own)).toMatchObject({ status: 200 });
    const local = host.replace('127.0.0.1', 'localhost');
    expect(await ask('POST', '/demo/play', {}, { host: local, origin: `http://${local}` })).toMatchObject({
      status: 200,
    });
  });

  it.each([
    ['POST', '/demo/speed', { speed: 0 }, 400],
    ['POST', '/demo/speed', { speed: 1, more: true }, 400],
    ['POST', '/demo/season', { season: 'elsewhere' }, 400],
    ['POST', '/demo/token', { player: 'ann', scopes: ['admin'] }, 400],
    ['POST', '/demo/token', { player: 'Ann#1', scopes: ['player'] }, 400],
    ['POST', '/demo/play', '{', 400],
    ['POST', '/demo/play', 'x'.repeat(20_000), 413],
    ['GET', '/demo/play', undefined, 405],
    ['DELETE', '/demo/play', undefined, 405],
    ['GET', '/demo/constructor', undefined, 404],
  ])('refuses %s %s, case %#', async (method, path, body, status) => {
    const { ask } = await demoWorld();
    expect(await ask(method, path, body)).toMatchObject({ status, body: { detail: expect.stringMatching(/\w/) } });
  });
});

describe('what the demo makes up', () => {
  it.each([
    [
      { home: 2, away: 1 },
      { home: 2, away: 2 },
    ],
    [
      { home: 0, away: 3 },
      { home: 3, away: 3 },
    ],
    [
      { home: 1, away: 1 },
      { home: 2, away: 1 },
    ],
  ])('%j is corrected to another outcome', (before, after) => {
    expect(otherScore(before)).toEqual(after);
  });

  it('costs nothing when nothing was used', () => {
    const use = { requests: 0, invocations: 0, gbSeconds: 0, writeUnits: 0, readUnits: 0, events: 0, queueRequests: 0 };
    expect(billOf(use).total).toBe(0);
  });
});
