import { type QueryClient, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { useApi } from '../api/api.tsx';
import { useSession } from '../session/session.tsx';
import { knownName, nameQuery, namesakesOf } from './names.ts';

/** What a player is called on the page. */
export interface PlayerLabel {
  /** The name; the id while it is not known, or when there is none. */
  readonly name: string;
  /** Beside the name of who has namesakes on the page: the beginning of the id. */
  readonly mark: string | undefined;
}

const labelOf = (client: QueryClient, id: string): PlayerLabel => ({
  name: knownName(client, id) ?? id,
  mark: namesakesOf(client).markOf(id),
});

/** A player in plain words: for labels, headings, charts. */
const textOf = ({ name, mark }: PlayerLabel): string => (mark === undefined ? name : `${name} (${mark})`);

/** Who may read names, and have one: others see ids. */
export const useMayReadNames = (): boolean => {
  const { may } = useSession();
  return may('player') || may('organiser');
};

/** What a player is called. It is read together with all others on view. */
export const usePlayerLabel = (id: string): PlayerLabel => {
  const [api, client, enabled] = [useApi(), useQueryClient(), useMayReadNames()];
  const namesakes = namesakesOf(client);
  const { data } = useQuery({ ...nameQuery(api, id), enabled });
  const mark = useSyncExternalStore(namesakes.subscribe, () => namesakes.markOf(id));
  return { name: data ?? id, mark };
};

/** What a player is called, in plain words: `Ada Lovelace`; of two of that name, `Ada Lovelace (3f2a91bc)`. */
export const usePlayerText = (id: string): string => textOf(usePlayerLabel(id));

/** What each of a few players is called, in plain words. */
export const usePlayerTexts = (ids: readonly string[]): ((id: string) => string) => {
  const [api, client, enabled] = [useApi(), useQueryClient(), useMayReadNames()];
  const namesakes = namesakesOf(client);
  useQueries({ queries: ids.map(id => ({ ...nameQuery(api, id), enabled })) });
  useSyncExternalStore(namesakes.subscribe, namesakes.version);
  return id => textOf(labelOf(client, id));
};

/** The names of any number of players, for what leaves the page: a file, paper. */
export const useAllNames = () => {
  const [api, client, enabled] = [useApi(), useQueryClient(), useMayReadNames()];
  /** Reads them. A name that cannot be read is missing: the ids are there. */
  const read = useCallback(
    async (ids: readonly string[]): Promise<void> => {
      if (enabled) await Promise.allSettled(ids.map(id => client.fetchQuery(nameQuery(api, id))));
    },
    [api, client, enabled],
  );
  const textNow = useCallback((id: string): string => textOf(labelOf(client, id)), [client]);
  const nameNow = useCallback((id: string): string | undefined => knownName(client, id) ?? undefined, [client]);
  return { read, textNow, nameNow };
};
