import { inject } from 'vitest';

const ask = async (what: string): Promise<string> => {
  const response = await fetch(`${inject('sharedMachine')}/${what}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`${what} could not be started: ${text}`);
  return text;
};

/** The endpoint of a DynamoDB Local in memory: every worker has one, and runs one test file at a time. */
export const sharedDynamoDB = (): Promise<string> => ask(`dynamodb/${process.env.VITEST_POOL_ID ?? ''}`);

/** The folder of the product's template, synthesized as `npm start` does it. Nobody may change it. */
export const sharedAssembly = (): Promise<string> => ask('assembly');
