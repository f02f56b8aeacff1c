import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api.tsx';
import { ask } from '../../api/problem.ts';
import type { Projections, Rebuild } from '../api-types.ts';

const KEY = ['console', 'projections'] as const;
/** Milliseconds between two looks: while something is being rebuilt, and else. */
const [SOON, LATER] = [1000, 5000];

/** Whether a rebuild is under way. */
export const isUnderWay = (rebuild: Pick<Rebuild, 'state'> | null): boolean =>
  rebuild?.state === 'waiting' || rebuild?.state === 'replaying';

/** How much of a rebuild is done, 0 to 1; undefined: that cannot be told. */
export const progressOf = ({
  state,
  commits,
  total,
}: Pick<Rebuild, 'state' | 'commits' | 'total'>): number | undefined =>
  state === 'waiting' || total === 0 ? undefined : Math.min(1, commits / total);

const pause = (data: Projections | undefined): number =>
  data?.projections.some(({ rebuild }) => isUnderWay(rebuild)) ? SOON : LATER;

/** The read models as they are now. */
export const useProjections = () => {
  const api = useApi();
  return useQuery({
    queryKey: KEY,
    queryFn: () => ask(api.GET('/v1/operations/projections')),
    refetchInterval: ({ state }) => pause(state.data),
    staleTime: 0,
  });
};

/** What is to be done with a read model. */
export type ProjectionCommand = { readonly projection: string; readonly key: string } & (
  | { readonly does: 'rebuild' | 'cancel' | 'drop' }
  | { readonly does: 'switch'; readonly generation: number }
);

/** Has a command done, and looks again. */
export const useProjectionCommand = () => {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (command: ProjectionCommand): Promise<void> => {
      const { projection, key } = command;
      const params = { path: { projection }, header: { 'Idempotency-Key': key } };
      if (command.does === 'switch')
        await ask(
          api.POST('/v1/operations/projections/{projection}/switch', {
            params,
            body: { generation: command.generation },
          }),
        );
      if (command.does === 'rebuild')
        await ask(api.POST('/v1/operations/projections/{projection}/rebuild', { params }));
      if (command.does === 'cancel') await ask(api.POST('/v1/operations/projections/{projection}/cancel', { params }));
      if (command.does === 'drop') await ask(api.POST('/v1/operations/projections/{projection}/drop', { params }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
};
