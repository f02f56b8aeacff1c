import { QueryClient } from '@tanstack/react-query';
import { NetworkError, ProblemError } from './problem.ts';

/** Times that a read is repeated: `not-yet` for as long as a projection may take, others while there is hope. */
const PATIENCE = { later: 12, hope: 3 };

const again = (failures: number, error: Error): boolean => {
  if (error instanceof ProblemError && error.retryAfter !== undefined) return failures < PATIENCE.later;
  return (
    (error instanceof NetworkError || (error instanceof ProblemError && error.status >= 500)) &&
    failures < PATIENCE.hope
  );
};

/** Milliseconds until then. */
const pause = (failures: number, error: Error): number =>
  error instanceof ProblemError && error.retryAfter !== undefined
    ? error.retryAfter * 1000
    : Math.min(8000, 500 * 2 ** failures);

/** How all screens read: what is a minute old is read again when it is looked at; hints of the live channel do it at once. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 60_000, retry: again, retryDelay: pause },
      // A command says itself when it is sent again: each screen shows what is saved and what is not.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
