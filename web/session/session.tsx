import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import { type Identity, identityOf, type Scope } from './claims.ts';
import { readConfig, type SiteConfig } from './config.ts';
import { openTokenSource } from './token-source.ts';
import type { DemoUser, TokenSource } from './token-types.ts';

/** Who looks at the page, and what it is connected to. */
export interface Session {
  readonly config: SiteConfig;
  /** undefined: nobody is signed in. */
  readonly identity: Identity | undefined;
  readonly may: (scope: Scope) => boolean;
  /** A token that is good now. */
  readonly token: () => Promise<string | undefined>;
  /** On a machine of one's own: becomes this user. Elsewhere the page goes to where people sign in. */
  readonly signIn: (user?: DemoUser) => Promise<void>;
  readonly signOut: () => Promise<void>;
}

const SessionContext = createContext<Session | undefined>(undefined);

interface Opened {
  readonly config: SiteConfig;
  readonly source: TokenSource;
  readonly identity: Identity | undefined;
}

let opening: Promise<{ readonly config: SiteConfig; readonly source: TokenSource }> | undefined;

/** Once a page: a code in the address is good for one use. */
const openOnce = () => {
  opening ??= readConfig()
    .then(async config => ({ config, source: await openTokenSource(config) }))
    .catch(error => {
      opening = undefined;
      throw error;
    });
  return opening;
};

const open = async (): Promise<Opened> => {
  const { config, source } = await openOnce();
  const token = await source.token().catch(() => undefined);
  return { config, source, identity: token === undefined ? undefined : identityOf(token) };
};

/** Knows who is signed in. Shows `waiting` until it does, and `failed` when the deployment does not answer. */
export const SessionProvider = ({
  children,
  waiting,
  failed,
}: {
  readonly children: ReactNode;
  readonly waiting: ReactNode;
  readonly failed: (retry: () => void) => ReactNode;
}) => {
  const client = useQueryClient();
  const { data, isError, refetch } = useQuery({
    queryKey: ['session'],
    queryFn: open,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const source = data?.source;
  /** What one was allowed to see is not shown to the next. */
  const start = useCallback(async () => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    await client.refetchQueries({ queryKey: ['session'] });
  }, [client]);
  const token = useCallback(async () => source?.token(), [source]);
  const session = useMemo<Session | undefined>(
    () =>
      data && {
        config: data.config,
        identity: data.identity,
        may: scope => data.identity?.scopes.includes(scope) ?? false,
        token,
        signIn: async user => {
          await data.source.signIn(user);
          await start();
        },
        signOut: async () => {
          await data.source.signOut();
          await start();
        },
      },
    [data, token, start],
  );
  if (session) return <SessionContext value={session}>{children}</SessionContext>;
  return isError ? failed(() => void refetch()) : waiting;
};

/** Who looks at the page. */
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider around it');
  return session;
};
