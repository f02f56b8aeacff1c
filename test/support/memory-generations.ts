import { FIRST_GENERATION, type GenerationRegister, type Generations } from '../../shared/application/generations.ts';

/** A register of generations in memory. It passes the same contract as the one on DynamoDB. */
export const memoryGenerations = (): GenerationRegister => {
  let current: Generations = FIRST_GENERATION;
  const text = (generations: Generations): string => JSON.stringify(generations);
  return {
    read: async () => current,
    replace: async (before, after) => {
      if (text(before) !== text(current)) return false;
      current = { ...after };
      return true;
    },
  };
};
