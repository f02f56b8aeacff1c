import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api.tsx';
import { ask } from '../../api/problem.ts';
import type { LetterRef } from './selection.ts';

const KEY = ['console', 'dead-letters'] as const;
/** Milliseconds until what was redriven has come back, if it fails at once. */
const LOOK_AGAIN_MS = 1500;

/** The dead letters of a handler, or of all; looking takes them out of their queues for a moment, so that it is not done by itself. */
export const useLetters = (handler: string) => {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...KEY, handler],
    queryFn: ({ pageParam }) => {
      const query = { limit: '50', ...(handler !== '' && { handler }), ...(pageParam !== '' && { cursor: pageParam }) };
      return ask(api.GET('/v1/operations/dead-letters', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });
};

/** What is to be done with letters. The key stays with it: sent again, it is the same command. */
export type LetterCommand = { readonly key: string } & (
  | { readonly does: 'redrive'; readonly letters: readonly LetterRef[] }
  | { readonly does: 'redrive-all'; readonly handler: string }
  | { readonly does: 'discard'; readonly letters: readonly LetterRef[]; readonly reason: string }
);

/** Has a command done, and looks again afterwards. */
export const useLetterCommand = () => {
  const api = useApi();
  const client = useQueryClient();
  const lookAgain = (): Promise<void> => client.invalidateQueries({ queryKey: KEY });
  return useMutation({
    mutationFn: (command: LetterCommand) => {
      const params = { header: { 'Idempotency-Key': command.key } };
      if (command.does === 'discard') {
        const body = { letters: [...command.letters], reason: command.reason };
        return ask(api.POST('/v1/operations/dead-letters/discard', { params, body }));
      }
      const body =
        command.does === 'redrive'
          ? { letters: [...command.letters] }
          : { all: true as const, ...(command.handler !== '' && { handler: command.handler }) };
      return ask(api.POST('/v1/operations/dead-letters/redrive', { params, body }));
    },
    onSuccess: () => {
      setTimeout(() => void lookAgain(), LOOK_AGAIN_MS);
      return lookAgain();
    },
  });
};
