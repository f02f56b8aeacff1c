import { expect, it } from 'vitest';
import { FIRST_GENERATION, type GenerationRegister } from '../../shared/application/generations.ts';

/** What every register of generations does. */
export const generationsContract = (open: () => Promise<GenerationRegister>): void => {
  it('begins with one, which is read and written', async () => {
    expect(await (await open()).read()).toEqual({ active: 0, written: [0], newest: 0 });
  });

  it('is changed by one of many who try at the same time', async () => {
    const register = await open();
    for (const round of [1, 2, 3]) {
      const before = await register.read();
      const tries = await Promise.all(
        [0, 1, 2, 3].map(n => register.replace(before, { active: n, written: [n], newest: round * 10 + n })),
      );
      expect(tries.filter(Boolean)).toHaveLength(1);
      const winner = tries.indexOf(true);
      expect(await register.read()).toEqual({ active: winner, written: [winner], newest: round * 10 + winner });
    }
    expect(await register.replace(FIRST_GENERATION, { active: 9, written: [9], newest: 9 })).toBe(false);
  });
};
