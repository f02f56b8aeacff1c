import { expect, it } from 'vitest';
import type { Caller } from '../../cli/tokens.ts';
import type { TestStack } from './harness.ts';
import { worldOf } from './world.ts';

/** The texts in a player's inbox, the newest first. */
export const inboxOf = async ({ api }: TestStack, player: Caller): Promise<readonly string[]> => {
  const { items } = await api.get<{ items: readonly { text: string }[] }>(player, '/v1/inbox');
  return items.map(({ text }) => text);
};

/** Reminders are due on the first of a month at ten, a day ahead. */
const FIRST = '2031-04-01T10:00:00.000Z';

/** What players of a pool are told of a match that they have not predicted. */
export const remindedStory = (open: () => TestStack): void => {
  it('is reminded before kick-off, once', async () => {
    const stack = open();
    const world = worldOf(stack, 'reminded');
    stack.setClock('2031-03-31T12:00:00.000Z');
    await stack.api.post(world.host, '/v1/pools', { poolId: 'office', competition: world.competition, name: 'Office' });
    for (const player of ['ada', 'ben']) await stack.api.post(world.player(player), '/v1/pools/office/join');
    await world.schedule('derby', '2031-04-01T15:00:00.000Z');
    await world.schedule('later', '2031-04-02T15:00:00.000Z');
    await world.predict('ada', 'derby', 1, 0);
    await stack.settled();
    stack.setClock(FIRST);
    await stack.settled();
    const reminder = 'Your pick is missing.\nderby I - derby II: picks close Tue, 01 Apr 2031 15:00 UTC';
    expect(await inboxOf(stack, world.player('ben'))).toEqual([reminder]);
    expect(await inboxOf(stack, world.player('ada'))).toEqual([]);
  });
};
