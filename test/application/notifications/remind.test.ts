import { describe, expect, it } from 'vitest';
import { commandMatch, createPrediction } from '../../../shared/application/commands.ts';
import { factsOf } from '../../../shared/application/notifications/facts.ts';
import type { Language } from '../../../shared/application/notifications/language.ts';
import { remind } from '../../../shared/application/notifications/remind.ts';
import type { MatchCommand } from '../../../shared/domain/match-decisions.ts';
import { predictionId, predictionStream } from '../../../shared/events/streams.ts';
import { memoryEventStore } from '../../../shared/store/memory-event-store.ts';
import { envelop } from '../../projections/harness.ts';
import { memoryTally } from '../../support/memory-tally.ts';
import { ALL, Killed, memoryTelling } from './kit.ts';
import { memoryReminders } from './memory-reminders.ts';

const COMPETITION = 'pl';
const at = (time: string) => `2023-08-11T${time}:00.000Z`;

/** A tenant with ada and ben in a pool; its matches by their kick-off. */
const worldOf = () => {
  const fuse = { writes: Number.POSITIVE_INFINITY, after: false };
  const telling = memoryTelling(() => ALL, fuse);
  const store = memoryEventStore();
  const dependencies = { store, sleep: async () => {}, random: () => 0 };
  const reminders = memoryReminders(() => telling.facts.values());
  let commits = 0;
  const context = (now: string, actor = 'host') => {
    commits += 1;
    const id = `commit-${commits}`;
    return {
      tenantId: 'acme',
      actor,
      correlationId: id,
      causationId: id,
      commitId: id,
      now,
      hops: 0,
      priority: 'normal' as const,
    };
  };
  const keep = (events: readonly Parameters<typeof factsOf>[0][]) => {
    for (const fact of events.flatMap(factsOf)) telling.facts.set(JSON.stringify(fact), fact);
  };
  const member = (
    playerId: string,
    version: number,
    type: 'pool.player-joined' | 'pool.player-left',
    poolId = 'office',
  ) =>
    keep([
      envelop(`membership-${poolId}.${playerId}`, version, {
        type,
        data: { poolId, competition: COMPETITION, playerId },
      }),
    ]);
  const command = async (matchId: string, given: MatchCommand, now = at('08:00')) => {
    const { events } = await commandMatch(dependencies, context(now), matchId, given);
    keep(events);
  };
  for (const player of ['ada', 'ben']) member(player, 1, 'pool.player-joined');
  return {
    ...telling,
    reminders,
    member,
    command,
    schedule: (matchId: string, kickOff: string) =>
      command(matchId, {
        type: 'schedule',
        fixture: { matchId, competition: COMPETITION, round: null, home: `${matchId} FC`, away: 'City' },
        kickOff: { at: kickOff, timeKnown: true },
      }),
    predict: (playerId: string, matchId: string, now = at('09:00')) =>
      createPrediction(
        dependencies,
        context(now, playerId),
        { matchId, playerId },
        { predicted: { home: 1, away: 0 }, confidence: null },
      ),
    remind: (now: string, run = now) =>
      remind(
        {
          ...telling,
          now,
          reminders,
          store,
          standings: memoryTally(),
          placed: async (tenantId, refs) => {
            const found = await Promise.all(
              refs.map(async ({ matchId, playerId }) => {
                const { partition, name } = predictionStream(matchId, playerId);
                const streams = await store.loadPartition(tenantId, partition);
                return streams.some(({ token }) => token.stream.name === name) ? [predictionId(matchId, playerId)] : [];
              }),
            );
            return new Set(found.flat());
          },
          ahead: 120 * 60_000,
        },
        run,
      ),
    texts: (language: Language = 'en') =>
      [...telling.kept.values()].map(({ inbox, said }) => `${inbox.slice(7)}: ${said[language].text}`).sort(),
  };
};

describe('reminding', () => {
  it('tells each player once of all matches that kick off soon and have no pick of theirs', async () => {
    const world = worldOf();
    for (const [match, time] of [
      ['a', '15:00'],
      ['b', '15:30'],
      ['late', '17:01'],
    ] as const)
      await world.schedule(match, at(time));
    await world.predict('ben', 'b');
    expect(await world.remind(at('14:00'))).toEqual({ matches: 2, players: 2 });
    expect(world.texts()).toEqual([
      'ada: Your picks are missing.\na FC - City: picks close Fri, 11 Aug 2023 15:00 UTC\nb FC - City: picks close Fri, 11 Aug 2023 15:30 UTC',
      'ben: Your pick is missing.\na FC - City: picks close Fri, 11 Aug 2023 15:00 UTC',
    ]);
    expect(world.texts('de')).toEqual([
      'ada: Deine Tipps fehlen.\na FC - City: Tippschluss Fr., 11. August 2023 um 15:00 UTC\nb FC - City: Tippschluss Fr., 11. August 2023 um 15:30 UTC',
      'ben: Dein Tipp fehlt.\na FC - City: Tippschluss Fr., 11. August 2023 um 15:00 UTC',
    ]);
    expect(world.sent.map(({ subject }) => subject)).toEqual([
      '2 of your picks are missing',
      'Your pick is missing: a FC - City',
    ]);
  });

  it('reminds nobody twice: not the next time, not when it runs twice at once', async () => {
    const world = worldOf();
    await world.schedule('a', at('15:00'));
    await Promise.all([world.remind(at('14:00')), world.remind(at('14:00')), world.remind(at('14:15'))]);
    await world.remind(at('14:00'));
    await world.remind(at('14:30'));
    expect(world.sent).toHaveLength(2);
    expect(world.kept.size).toBe(2);
  });

  it('follows a match to its new kick-off, and says nothing of the old one', async () => {
    const world = worldOf();
    await world.schedule('a', at('15:00'));
    await world.schedule('b', at('15:00'));
    await world.remind(at('13:30'));
    await world.command('a', { type: 'reschedule', kickOff: { at: at('20:00'), timeKnown: true } });
    await world.command('b', { type: 'postpone', reason: 'snow' });
    expect(await world.remind(at('14:00'))).toEqual({ matches: 0, players: 0 });
    expect(await world.remind(at('18:30'))).toEqual({ matches: 1, players: 2 });
    expect(world.sent).toHaveLength(4);
  });

  it('says nothing of a match that was moved before it was due, nor of one that is off', async () => {
    const world = worldOf();
    await world.schedule('a', at('15:00'));
    await world.schedule('b', at('15:00'));
    await world.command('a', { type: 'reschedule', kickOff: { at: '2023-08-12T15:00:00.000Z', timeKnown: true } });
    await world.command('b', { type: 'cancel', reason: 'snow' });
    await world.remind(at('14:00'));
    expect(world.kept.size).toBe(0);
    await world.command('b', { type: 'reinstate', kickOff: { at: at('15:00'), timeKnown: true } });
    expect(await world.remind(at('14:15'))).toEqual({ matches: 1, players: 2 });
  });

  it('reminds who is in some pool of the competition', async () => {
    const world = worldOf();
    world.member('ada', 2, 'pool.player-left');
    world.member('ben', 2, 'pool.player-left');
    world.member('ben', 1, 'pool.player-joined', 'family');
    await world.schedule('a', at('15:00'));
    await world.remind(at('14:00'));
    expect(world.texts()).toEqual([expect.stringMatching(/^ben: /)]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'killed at write %i, is finished by the next run under the name of the first',
    async writes => {
      for (const after of [false, true]) {
        const world = worldOf();
        await world.schedule('a', at('15:00'));
        Object.assign(world.fuse, { writes, after });
        await world.remind(at('14:00')).catch(error => expect(error).toBeInstanceOf(Killed));
        await world.remind(at('14:15'));
        expect([...world.kept.values()].map(({ eventId }) => eventId)).toEqual(
          Array(2).fill(`reminder:${at('14:00')}`),
        );
        expect(new Set(world.sent.map(({ to }) => to)).size).toBe(world.sent.length);
        expect(world.mails.size).toBe(2);
      }
    },
  );
});
