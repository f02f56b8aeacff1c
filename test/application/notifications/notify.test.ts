import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Movement } from '../../../shared/application/notifications/movement.ts';
import { notify } from '../../../shared/application/notifications/notify.ts';
import { notificationOf } from '../../../shared/application/notifications/texts.ts';
import { skipped, succeeded } from '../../../shared/application/outcome.ts';
import { RULE_SETS } from '../../../shared/domain/scoring.ts';
import { judge } from '../../../shared/domain/verdict.ts';
import type { Envelope } from '../../../shared/events/envelope.ts';
import {
  after90,
  created,
  finished,
  fixture,
  key,
  later,
  pick,
  rescheduled,
  scheduled,
  started,
} from '../../domain/samples.ts';
import { envelop } from '../../projections/harness.ts';
import { ALL, Killed, memoryTelling } from './kit.ts';

const NOW = '2023-08-11T21:00:00.000Z';
const YESTERDAY = '2023-08-10T20:59:59.999Z';
const verdictOn = (result: string) => judge(pick('2-1'), after90(result), false, RULE_SETS['kicktipp-4-3-2']);

/** An evaluation of a player's prediction of one match; a correction when there was a result before. */
const evaluated = (playerId: string, version: number, result: string, before?: string, at?: string): Envelope =>
  envelop(
    `prediction-burnley-city.${playerId}`,
    version,
    {
      type: 'prediction.evaluated',
      data: {
        ...key,
        ...pick('2-1'),
        playerId,
        matchVersion: version,
        settledAt: NOW,
        verdict: verdictOn(result),
        ...(before !== undefined && { previous: verdictOn(before) }),
      },
    },
    at,
  );

const run = (
  telling: ReturnType<typeof memoryTelling>,
  events: readonly Envelope[],
  movements = async () => new Map<string, Movement>(),
) => notify({ ...telling, now: NOW, movements }, events);

const EVENTS: readonly Envelope[] = [
  envelop('match-a', 1, scheduled()),
  envelop('match-a', 2, rescheduled(later)),
  envelop('match-a', 3, finished(after90('1-0'))),
  evaluated('ada', 2, '1-0'),
  evaluated('ada', 3, '2-1', '1-0'),
  evaluated('ben', 2, '1-0'),
  evaluated('old', 2, '1-0', undefined, YESTERDAY),
  evaluated('nobody', 2, '1-0'),
  envelop('prediction-burnley-city.ada', 1, created(pick('3-0', 0.9))),
];
const MAILED = ['ada', 'ada', 'ada', 'ben'].map(player => `${player}@example.org`);

describe('notifying', () => {
  it('tells once of an event, however often it is delivered', async () => {
    const telling = memoryTelling();
    const event = envelop('match-a', 3, finished(after90('1-0')));
    const again = skipped('already notified');
    expect(await run(telling, [event, event])).toEqual([succeeded, again]);
    expect(await run(telling, [event])).toEqual([again]);
    expect(telling.told).toEqual([notificationOf(event)]);
    expect([...telling.kept.values()]).toEqual(telling.told);
  });

  it('says of each event, in order, what became of it', async () => {
    const batch = [envelop('match-a', 2, started), envelop('match-a', 3, finished(after90('1-0')))];
    const quiet = skipped('has nothing to say');
    expect(await run(memoryTelling(), batch)).toEqual([quiet, succeeded]);
    expect(await run(memoryTelling(), batch.slice(0, 1))).toEqual([quiet]);
  });

  it('keeps when matches kick off, and names them from then on', async () => {
    const telling = memoryTelling();
    expect(await run(telling, [envelop('match-a', 1, scheduled()), envelop('match-a', 2, rescheduled(later))])).toEqual(
      [succeeded, succeeded],
    );
    expect([...telling.facts.values()]).toEqual([
      {
        kind: 'fixture',
        tenantId: 'acme',
        matchId: 'burnley-city',
        competition: fixture.competition,
        home: 'Burnley FC',
        away: 'Manchester City FC',
      },
      { kind: 'due', tenantId: 'acme', matchId: 'burnley-city', kickOff: '2023-08-11T19:00:00.000Z' },
      { kind: 'due', tenantId: 'acme', matchId: 'burnley-city', kickOff: later.at },
    ]);
    await run(telling, [evaluated('ada', 2, '2-1')]);
    expect(telling.told[0]?.said.en.text).toMatch(/^Burnley FC 2:1 Manchester City FC\. /);
  });

  it('names a match of which it is told in the same batch', async () => {
    const telling = memoryTelling();
    await run(telling, [evaluated('ada', 2, '2-1'), envelop('match-a', 1, scheduled())]);
    expect(telling.told[0]?.said.en.title).toBe('Burnley FC - Manchester City FC');
  });

  it('keeps who plays, by pool', async () => {
    const telling = memoryTelling();
    const data = { poolId: 'office', competition: 'pl', playerId: 'ada' };
    await run(telling, [
      envelop('membership-office.ada', 1, { type: 'pool.player-joined', data }),
      envelop('membership-office.ada', 2, { type: 'pool.player-left', data }),
    ]);
    const common = { kind: 'follower', tenantId: 'acme', ...data };
    expect([...telling.facts.values()]).toEqual([
      { ...common, version: 1, joined: true },
      { ...common, version: 2, joined: false },
    ]);
  });

  it('asks what a correction moved once for all whom it moved, and only for corrections', async () => {
    let asked = 0;
    const movements = async () => {
      asked += 1;
      return new Map([['ada', { before: 2, after: 1 }]]);
    };
    const telling = memoryTelling();
    await run(telling, [evaluated('ada', 2, '1-0'), evaluated('ben', 2, '1-0')], movements);
    expect(asked).toBe(0);
    const corrections = ['ada', 'ben', 'cem'].map(player => evaluated(player, 3, '2-1', '1-0'));
    await run(telling, corrections, movements);
    await run(telling, corrections, movements);
    expect(asked).toBe(1);
    expect(telling.told.find(({ kind }) => kind === 'correction')?.said.en.text).toContain('You went from 2nd to 1st');
  });

  it('mails each in their language', async () => {
    const telling = memoryTelling(player => ({ ...ALL, language: player === 'ada' ? 'de' : 'en' }));
    await run(telling, [evaluated('ada', 2, '2-1'), evaluated('ben', 2, '2-1')]);
    const texts = telling.sent.map(({ to, text }) => `${to}: ${text.slice(0, 44)}`).sort();
    expect(texts).toEqual([
      'ada@example.org: burnley-city endete 2:1. Du hast 2:1 getippt',
      'ben@example.org: burnley-city ended 2:1. You said 2:1: the ex',
    ]);
  });

  it('tells nobody what they do not want to know, and says so', async () => {
    const telling = memoryTelling(() => ({ ...ALL, results: { inbox: false, mail: false } }));
    expect(await run(telling, [evaluated('ada', 2, '1-0')])).toEqual([skipped('the player does not want to know')]);
    expect([telling.kept.size, telling.sent.length]).toEqual([0, 0]);
  });

  it('mails what somebody wants by mail alone, once', async () => {
    const telling = memoryTelling(() => ({ ...ALL, results: { inbox: false, mail: true } }));
    for (let times = 0; times < 3; times += 1) await run(telling, [evaluated('ada', 2, '1-0')]);
    expect([telling.kept.size, telling.sent.length]).toEqual([0, 1]);
  });

  it('mails nothing where nothing is configured', async () => {
    const { mail: _, ...telling } = memoryTelling(() => ALL);
    await notify({ ...telling, now: NOW, movements: async () => new Map() }, EVENTS);
    expect([telling.sent.length, telling.kept.size]).toEqual([0, 7]);
  });

  it('mails nothing that was told before, as by the import of a tenant', async () => {
    const telling = memoryTelling(() => ALL);
    const { mail: _, ...withoutMail } = telling;
    await notify({ ...withoutMail, now: NOW, movements: async () => new Map() }, EVENTS);
    await run(telling, EVENTS);
    expect(telling.sent).toEqual([]);
  });
});

/** Deliveries of all events, cut into batches: any number of times, in any order. */
const deliveries = fc
  .array(fc.shuffledSubarray([...EVENTS], { minLength: 1 }), { maxLength: 6 })
  .map(batches => [...batches, [...EVENTS]]);

describe('whatever is delivered how often, in which order', () => {
  it('each event is told once, and mailed once to who has an address, unless it is older than a day', () =>
    fc.assert(
      fc.asyncProperty(deliveries, async batches => {
        const telling = memoryTelling(() => ALL);
        for (const batch of batches) await run(telling, batch);
        expect(telling.told).toHaveLength(7);
        expect(telling.kept.size).toBe(7);
        expect(telling.sent.map(({ to }) => to).sort()).toEqual(MAILED);
      }),
      { numRuns: 60 },
    ));

  it('killed at any write and delivered again: told all the same, never mailed twice, and what may be missing is on record', () =>
    fc.assert(
      fc.asyncProperty(deliveries, fc.integer({ min: 1, max: 20 }), fc.boolean(), async (batches, writes, after) => {
        const telling = memoryTelling(() => ALL, { writes, after });
        for (const batch of batches)
          for (let done = false; !done; )
            done = await run(telling, batch).then(
              () => true,
              error => {
                expect(error).toBeInstanceOf(Killed);
                return false;
              },
            );
        expect(telling.kept.size).toBe(7);
        const sent = telling.sent.map(({ to, text }) => `${to} ${text}`);
        expect(new Set(sent).size).toBe(sent.length);
        const unfinished = [...telling.mails.values()].filter(({ status }) => status !== 'sent').length;
        expect(sent.length + unfinished).toBeGreaterThanOrEqual(MAILED.length);
        expect(telling.mails.size).toBe(MAILED.length);
      }),
      { numRuns: 150 },
    ));
});
