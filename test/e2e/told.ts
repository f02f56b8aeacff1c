import { expect, it } from 'vitest';
import type { Caller } from '../../cli/tokens.ts';
import type { TestStack } from './harness.ts';
import { worldOf } from './world.ts';

/** The texts in a player's inbox, the newest first. */
export const inboxOf = async ({ api }: TestStack, player: Caller): Promise<readonly string[]> => {
  const { items } = await api.get<{ items: readonly { text: string }[] }>(player, '/v1/inbox');
  return items.map(({ text }) => text);
};

/** Reminders are due on Saturdays at ten, a day ahead. */
const SATURDAY = '2031-03-08T10:00:00.000Z';

/** What players of a pool are told of a match that they have not predicted. */
export const remindedStory = (open: () => TestStack): void => {
  it('is reminded before kick-off, once', async () => {
    const stack = open();
    const world = worldOf(stack, 'reminded');
    stack.setClock('2031-03-07T12:00:00.000Z');
    await stack.api.post(world.host, '/v1/pools', { poolId: 'office', competition: world.competition, name: 'Office' });
    for (const player of ['ada', 'ben']) await stack.api.post(world.player(player), '/v1/pools/office/join');
    await world.schedule('derby', '2031-03-08T15:00:00.000Z');
    await world.schedule('later', '2031-03-09T15:00:00.000Z');
    await world.predict('ada', 'derby', 1, 0);
    await stack.settled();
    stack.setClock(SATURDAY);
    await stack.settled();
    const reminder = 'Your pick is missing.\nderby I - derby II: picks close Sat, 08 Mar 2031 15:00 UTC';
    expect(await inboxOf(stack, world.player('ben'))).toEqual([reminder]);
    expect(await inboxOf(stack, world.player('ada'))).toEqual([]);
  });
};
