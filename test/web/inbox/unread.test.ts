import { describe, expect, it } from 'vitest';
import { markedRead, unreadOf, unreadText } from '../../../web/inbox/unread.ts';

const note = (id: string, read: boolean) => ({ id, read });

describe('what is unread', () => {
  it.each([
    [[], null, '0'],
    [[note('a', true), note('b', false)], null, '1'],
    // All of the page are unread: those before them may be, too.
    [[note('a', false), note('b', false)], 'next', '2+'],
    [[note('a', false), note('b', true)], 'next', '1'],
    [[note('a', false)], null, '1'],
  ])('%j, then %s: %s', (items, next, text) => expect(unreadText(unreadOf({ items, next }))).toBe(text));

  it('is one less when one was read, on its page alone', () => {
    const pages = [{ items: [note('a', false), note('b', false)] }, { items: [note('c', false)] }];
    const [first, second] = markedRead(pages, 'b');
    expect(first?.items).toEqual([note('a', false), note('b', true)]);
    expect(second).toBe(pages[1]);
  });
});
