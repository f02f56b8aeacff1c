import type { CommandContext } from './execution.ts';

/** The Idempotency-Key is that of another request. */
export class KeyReusedError extends Error {
  override readonly name = 'KeyReusedError';
}

/** The answer to a command, and the digest of what was asked for. */
export interface KeptAnswer {
  readonly request: string;
  readonly answer: unknown;
}

/** Where answers of commands are kept that leave no commit behind, which would know its own repeats. */
export interface CommandAnswers {
  find(tenantId: string, commandId: string): Promise<KeptAnswer | undefined>;
  keep(tenantId: string, commandId: string, kept: KeptAnswer & { readonly at: string }): Promise<void>;
}

/**
 * Answers a command; one that is sent again with its Idempotency-Key gets the first answer, for a day. What the command does
 * has to bear being done twice: somebody may send it again before the first answer is kept.
 *
 * @throws KeyReusedError; what the command throws
 */
export const answerOnce = async <T>(
  answers: CommandAnswers,
  { tenantId, commitId, request, now }: Pick<CommandContext, 'tenantId' | 'commitId' | 'request' | 'now'>,
  command: () => Promise<T>,
): Promise<T> => {
  if (request === undefined) return command();
  const kept = await answers.find(tenantId, commitId);
  if (kept && kept.request !== request) throw new KeyReusedError(`${commitId} is the key of another request`);
  if (kept) return kept.answer as T;
  const answer = await command();
  await answers.keep(tenantId, commitId, { request, answer, at: now });
  return answer;
};
