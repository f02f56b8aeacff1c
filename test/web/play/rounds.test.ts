import { describe, expect, it } from 'vitest';
import { spanOf, spanText } from '../../../web/play/countdown.ts';
import { currentRound, type Round } from '../../../web/play/rounds.ts';

const none = { scheduled: 0, postponed: 0, started: 0, finished: 0, awarded: 0, cancelled: 0 };
const round = (name: string, day: number, matches: Partial<Round['matches']>): Round => ({
  round: name,
  matches: { ...none, ...matches },
  firstKickOff: `2023-08-${day}T12:00:00.000Z`,
  lastKickOff: `2023-08-${day + 2}T12:00:00.000Z`,
});
const NOW = '2023-08-16T12:00:00.000Z';

describe('the matchday to begin with', () => {
  it('is the next one that is to be played, not one with a straggler', () => {
    const rounds = [
      round('1', 11, { finished: 9, scheduled: 1 }),
      round('2', 18, { scheduled: 10 }),
      round('3', 25, { scheduled: 10 }),
    ];
    expect(currentRound(rounds, NOW)?.round).toBe('2');
  });

  it('is not one whose last match was put off for weeks, until that is the next', () => {
    const putOff = { ...round('1', 11, { finished: 9, scheduled: 1 }), lastKickOff: '2023-08-26T12:00:00.000Z' };
    const rounds = (day: number) => [putOff, round('2', 18, { scheduled: 10 }), round('3', day, { scheduled: 10 })];
    expect(currentRound(rounds(25), NOW)?.round).toBe('2');
    expect(currentRound(rounds(25).toSpliced(1, 1), NOW)?.round).toBe('3');
    expect(currentRound(rounds(27).toSpliced(1, 1), NOW)?.round).toBe('1');
  });

  it('is the same until its last match has begun', () => {
    const next = round('2', 18, { scheduled: 10 });
    for (const matches of [
      { finished: 4, scheduled: 6 },
      { finished: 9, scheduled: 1 },
    ])
      expect(currentRound([round('1', 15, matches), next], NOW)?.round).toBe('1');
  });

  it('is the one that runs', () => {
    expect(
      currentRound([round('1', 15, { started: 1, finished: 9 }), round('2', 18, { scheduled: 10 })], NOW)?.round,
    ).toBe('1');
  });

  it('is the last when all is over, and none when there is none', () => {
    expect(currentRound([round('1', 10, { finished: 10 }), round('2', 12, { finished: 10 })], NOW)?.round).toBe('2');
    expect(currentRound([], NOW)).toBeUndefined();
  });
});

describe('the countdown', () => {
  it.each([
    [2 * 86_400_000 + 3 * 3_600_000 + 59_000, '2 days 3 hours', '2 Tage 3 Stunden'],
    [3_600_000 + 60_000, '1 hour 1 minute', '1 Stunde 1 Minute'],
    [59_999, '59 seconds', '59 Sekunden'],
    [-5, '0 seconds', '0 Sekunden'],
  ])('%i ms: %s', (milliseconds, english, german) => {
    expect(spanText(spanOf(milliseconds), 'en')).toBe(english);
    expect(spanText(spanOf(milliseconds), 'de')).toBe(german);
  });
});
