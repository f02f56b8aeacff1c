import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DemoState } from '../../client/demo.ts';
import { NetworkError, ProblemError } from '../api/problem.ts';
import type { Place } from './state.ts';

const STATE = ['demo', 'state'] as const;
/** How often it is looked at while it plays, and while it does not. */
const PLAYING_MS = 500;
const PAUSED_MS = 1000;

const askDemo = async <T>(path: string, body?: object): Promise<T> => {
  const init = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(`/demo/${path}`, init).catch((cause: unknown) => {
    throw new NetworkError('nobody answered', { cause });
  });
  const answer = (await response.json().catch(() => ({}))) as T & { readonly detail?: string };
  if (!response.ok) throw new ProblemError(response.status, answer);
  return answer;
};

/** How the demo is, where there is one: looked at again and again while the page is visible. */
export const useDemo = (enabled = true) =>
  useQuery({
    queryKey: STATE,
    queryFn: readState,
    enabled,
    refetchInterval: ({ state: { data } }) =>
      data?.phase === 'playing' || data?.phase === 'opening' ? PLAYING_MS : PAUSED_MS,
    staleTime: 0,
    retry: false,
  });

/** The table by names, looked at each second while `watching`. */
export const usePlaces = (watching: boolean) =>
  useQuery({
    queryKey: ['demo', 'standings'],
    queryFn: readPlaces,
    refetchInterval: 1000,
    enabled: watching,
    staleTime: 0,
    retry: false,
  });

/** What a button does: the path, and what is said with it. */
export interface Press {
  readonly path: string;
  readonly body?: object;
}

/** Presses a button. @throws ProblemError, NetworkError */
export const pressDemo = <T>({ path, body = {} }: Press): Promise<T> => askDemo<T>(path, body);

/** How the demo is, once. */
export const readState = (): Promise<DemoState> => askDemo<DemoState>('state');

/** A button of the demo. What it answers is how things are now, and shown at once. */
export const useDemoButton = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: pressDemo<DemoState>,
    onSuccess: async state => {
      await client.cancelQueries({ queryKey: STATE });
      client.setQueryData(STATE, state);
    },
  });
};

/** The table as it is now, once. */
export const readPlaces = async (): Promise<readonly Place[]> =>
  (await askDemo<{ readonly lines: readonly Place[] }>('standings')).lines;

/** What was used, and what it would have cost on AWS. */
export interface DemoBill {
  readonly lines: readonly { readonly name: BillLine; readonly count: number; readonly dollars: number }[];
  readonly total: number;
}

export type BillLine =
  | 'requests'
  | 'invocations'
  | 'gbSeconds'
  | 'writeUnits'
  | 'readUnits'
  | 'events'
  | 'queueRequests';

/** The bill so far. */
export const useBill = () =>
  useQuery({
    queryKey: ['demo', 'bill'],
    queryFn: () => askDemo<DemoBill>('bill'),
    refetchInterval: 5000,
    staleTime: 0,
    retry: false,
  });
