import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Draft,
  type Entry,
  type Handed,
  isUnsaved,
  next,
  type PickEvent,
  untouched,
} from '../../../web/play/pick.ts';

const draft = (home: number | undefined, away: number | undefined): Draft => ({ home, away, confidence: null });
const run = (...events: readonly PickEvent[]): Entry => events.reduce(next, untouched);
const edit = (home: number | undefined, away: number | undefined): PickEvent => ({
  type: 'edited',
  draft: draft(home, away),
});
const due = (key = 'k1'): PickEvent => ({ type: 'due', key });
const answered = (version: number): PickEvent => ({ type: 'answered', predictionId: 'a-b.ann', version });
const seen = (version: number, home: number, away: number): PickEvent => ({
  type: 'seen',
  handed: { predictionId: 'a-b.ann', version, pick: { home, away, confidence: null } },
});

describe('a pick', () => {
  it('is incomplete with one score, dirty with both, saving when it is due, saved when the server says so', () => {
    expect(run(edit(2, undefined)).status).toBe('incomplete');
    expect(run(edit(2, undefined), due()).status).toBe('incomplete');
    expect(run(edit(2, 1)).status).toBe('dirty');
    expect(run(edit(2, 1), due())).toMatchObject({ status: 'saving', sent: { key: 'k1', base: undefined } });
    expect(run(edit(2, 1), due(), answered(1))).toMatchObject({
      status: 'saved',
      handed: { version: 1, pick: { home: 2, away: 1 } },
    });
  });

  it('that is changed while it is being saved is not saved by that answer', () => {
    const entry = run(edit(2, 1), due(), edit(3, 1), answered(1));
    expect(entry).toMatchObject({ status: 'dirty', draft: { home: 3 }, handed: { version: 1 } });
    expect(next(entry, due('k2'))).toMatchObject({ status: 'saving', sent: { key: 'k2', base: 1 } });
  });

  it('that nobody answered is sent again under the same key, and under another when it was changed', () => {
    const lost = run(edit(2, 1), due('k1'), { type: 'unreachable' });
    expect(lost.status).toBe('failed');
    expect(next(lost, due('k2')).sent?.key).toBe('k1');
    expect(next(next(lost, edit(0, 0)), due('k2')).sent?.key).toBe('k2');
  });

  it('of which the last change may have arrived is said again when one goes back to the old one', () => {
    const entry = run(seen(1, 2, 1), edit(3, 3), due('k1'), { type: 'unreachable' }, edit(2, 1));
    expect(entry.status).toBe('dirty');
    expect(next(entry, due('k2'))).toMatchObject({ status: 'saving', sent: { key: 'k2', pick: { home: 2, away: 1 } } });
  });

  it('that came too late is shown as not handed in, and stays so', () => {
    const late = run(seen(1, 2, 1), edit(3, 3), due(), { type: 'refused', code: 'locked', reason: 'closed' });
    expect(late).toMatchObject({ status: 'locked', handed: { pick: { home: 2 } }, draft: { home: 3 } });
    expect(next(late, edit(4, 4))).toBe(late);
    expect(next(late, due('k9'))).toBe(late);
  });

  it('that was changed elsewhere is a conflict, and one chooses', () => {
    const entry = run(
      seen(1, 2, 1),
      edit(3, 3),
      due(),
      { type: 'refused', code: 'precondition-failed', reason: '' },
      seen(2, 0, 0),
    );
    expect(entry.status).toBe('conflict');
    expect(next(entry, { type: 'chosen', mine: false })).toMatchObject({
      status: 'saved',
      handed: { pick: { home: 0 } },
    });
    const mine = next(entry, { type: 'chosen', mine: true });
    expect(mine).toMatchObject({ status: 'dirty', draft: { home: 3 } });
    expect(next(mine, due('k2')).sent?.base).toBe(2);
  });

  it('that somebody withdrew is placed anew, without a version to change', () => {
    const entry = run(
      seen(1, 2, 1),
      { type: 'seen', handed: { predictionId: 'a-b.ann', version: 2, pick: null } },
      edit(1, 1),
      due(),
    );
    expect(entry.sent?.base).toBeUndefined();
  });
});

const anyDraft = fc.record({
  home: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  away: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  confidence: fc.constantFrom(null, 0.6),
});
const anyHanded: fc.Arbitrary<Handed> = fc.record({
  predictionId: fc.constant('a-b.ann'),
  version: fc.integer({ min: 1, max: 6 }),
  pick: fc.option(
    fc.record({
      home: fc.integer({ min: 0, max: 3 }),
      away: fc.integer({ min: 0, max: 3 }),
      confidence: fc.constant(null),
    }),
  ),
});
const anyEvent: fc.Arbitrary<PickEvent> = fc.oneof(
  anyDraft.map(draft => ({ type: 'edited', draft }) as const),
  fc.uuid().map(key => ({ type: 'due', key }) as const),
  fc.constant({ type: 'unreachable' } as const),
  fc.constantFrom('locked', 'conflict', 'invalid').map(code => ({ type: 'refused', code, reason: code }) as const),
  anyHanded.map(handed => ({ type: 'seen', handed }) as const),
  fc.boolean().map(mine => ({ type: 'chosen', mine }) as const),
  fc.constant({ type: 'dropped' } as const),
);

/** Answers come only to what was sent. */
const play = (events: readonly PickEvent[], each: (before: Entry, event: PickEvent, after: Entry) => void): void => {
  let entry = untouched;
  for (const event of events) {
    const isAnswer = event.type === 'unreachable' || event.type === 'refused';
    if (isAnswer && !entry.sent) continue;
    const after = next(entry, event);
    each(entry, event, after);
    entry = after;
  }
};

describe('laws of picks', () => {
  it('nothing is called saved that the server did not have', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 25 }), events =>
        play(events, (_, __, after) => {
          if (after.status === 'saved') expect([after.draft, after.sent]).toEqual([undefined, undefined]);
          if (after.status === 'saved') expect(after.handed?.pick).toBeTruthy();
        }),
      ),
    );
  });

  it('no older version is shown after a newer one', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 25 }), events =>
        play(events, (before, event, after) => {
          if (event.type === 'seen')
            expect(after.handed?.version ?? 0).toBeGreaterThanOrEqual(before.handed?.version ?? 0);
        }),
      ),
    );
  });

  it('a draft is only given up for what the server has, or because one said so', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 25 }), events =>
        play(events, (before, event, after) => {
          if (!isUnsaved(before) || after.draft || event.type === 'chosen' || event.type === 'dropped') return;
          const kept = event.type === 'edited' ? event.draft : before.draft;
          expect(after.handed?.pick).toEqual(kept);
        }),
      ),
    );
  });
});
