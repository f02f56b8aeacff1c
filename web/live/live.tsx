import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useSession } from '../session/session.tsx';
import { type LiveState, openLiveConnection } from './connection.ts';
import type { Hint } from './hints.ts';
import { createRefresher } from './refresh.ts';

/** The live channel, for screens. */
export interface Live {
  /** undefined: nobody is signed in, and nothing is listened to. */
  readonly state: LiveState | undefined;
  /** Calls with each hint from now on. @returns what ends it */
  readonly onHint: (listener: (hint: Hint) => void) => () => void;
}

const LiveContext = createContext<Live>({ state: undefined, onHint: () => () => undefined });

/** As the page itself came: over TLS, or from this machine. */
const urlOf = (host: string): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${host}/event/realtime`;

/**
 * Listens for whoever is signed in to the channels of their tenant, and has what is on view read again: what a hint concerns as it
 * comes, and everything after a connection that was lost is there again.
 */
export const LiveProvider = ({ children }: { readonly children: ReactNode }) => {
  const client = useQueryClient();
  const { config, identity, token } = useSession();
  const [state, setState] = useState<LiveState>();
  const listeners = useMemo(() => new Set<(hint: Hint) => void>(), []);
  const { http, realtime, namespace } = config.live;
  const tenant = identity?.tenant;
  // Another player may see other things, by the same queries.
  const player = identity?.playerId;
  useEffect(() => {
    if (tenant === undefined || player === undefined || realtime === '') return;
    const refresher = createRefresher(client);
    const connection = openLiveConnection({
      url: urlOf(realtime),
      host: http,
      channels: ['matches', 'pools'].map(topic => `/${namespace}/${tenant}/${topic}`),
      token,
      onState: setState,
      onListening: refresher.everything,
      onHint: hint => {
        refresher.hint(hint);
        for (const listener of listeners) listener(hint);
      },
    });
    return () => {
      connection.close();
      refresher.close();
      setState(undefined);
    };
  }, [client, tenant, player, token, http, realtime, namespace, listeners]);
  const live = useMemo<Live>(
    () => ({
      state,
      onHint: listener => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
    [state, listeners],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
};

/** How the page stands with the live channel, and its hints. To keep a query up to date, use `useLiveQuery`. */
export const useLive = (): Live => useContext(LiveContext);
