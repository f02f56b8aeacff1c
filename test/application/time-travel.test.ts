import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startOf } from '../../shared/application/event-store.ts';
import { eventsAsOf, loadAsOf, VersionAheadError } from '../../shared/application/time-travel.ts';
import { membershipStream } from '../../shared/events/streams.ts';
import { memoryEventStore } from '../../shared/store/memory-event-store.ts';
import { commitOf, joined } from '../contracts/commits.ts';
import { envelop } from '../projections/harness.ts';

const instant = (minute: number): string => new Date(Date.UTC(2023, 7, 11, 20, minute)).toISOString();
/** A stream whose events bear these times, in minutes. */
const stream = (minutes: readonly number[]) =>
  minutes.map((minute, index) => envelop('match-a', index + 1, joined('ada'), instant(minute)));

describe('events as of a point', () => {
  const minutes = fc.array(fc.nat({ max: 9 }), { maxLength: 12 });

  it('are a beginning of the stream; of later points a longer one', () => {
    fc.assert(
      fc.property(minutes, fc.nat({ max: 10 }), fc.nat({ max: 10 }), (times, a, b) => {
        const events = stream(times);
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        for (const [first, second] of [
          [{ version: early }, { version: late }],
          [{ instant: instant(early) }, { instant: instant(late) }],
        ] as const) {
          const [shorter, longer] = [eventsAsOf(events, first), eventsAsOf(events, second)];
          expect(longer).toEqual(events.slice(0, longer.length));
          expect(shorter).toEqual(longer.slice(0, shorter.length));
        }
      }),
    );
  });

  it('by an instant hold nothing later, and end only before something later', () => {
    fc.assert(
      fc.property(minutes, fc.nat({ max: 9 }), (times, minute) => {
        const events = stream(times);
        const then = eventsAsOf(events, { instant: instant(minute) });
        expect(then.every(({ occurredAt }) => occurredAt <= instant(minute))).toBe(true);
        const next = events[then.length];
        expect(next === undefined || next.occurredAt > instant(minute)).toBe(true);
      }),
    );
  });
});

describe('a stream as of a point', () => {
  const store = memoryEventStore();
  const at = { tenantId: 'acme', stream: membershipStream('office', 'ada') };

  it('has the version of its last event then', async () => {
    let token = startOf(at.tenantId, at.stream);
    for (const minute of [1, 2, 3]) {
      const commit = { ...commitOf(`c${minute}`, joined('ada'), joined('ada')), occurredAt: instant(minute) };
      token = (await store.append(token, commit)).token;
    }
    expect(await loadAsOf(store, at)).toMatchObject({ version: 6 });
    expect(await loadAsOf(store, at, { instant: instant(2) })).toMatchObject({ version: 4 });
    expect(await loadAsOf(store, at, { instant: instant(0) })).toEqual({ version: 0, events: [] });
    const third = await loadAsOf(store, at, { version: 3 });
    expect([third.version, third.events.map(({ version }) => version)]).toEqual([3, [1, 2, 3]]);
  });

  it('is refused at a version that it has not come to', async () => {
    await expect(loadAsOf(store, at, { version: 7 })).rejects.toThrow(VersionAheadError);
    await expect(loadAsOf(store, at, { version: 7 })).rejects.toThrow(
      'membership-office.ada is at version 6, not yet at 7',
    );
  });
});
