import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type MatchdayClient, matchdayClient } from '../../client/client.ts';
import { useSession } from '../session/session.tsx';

const ApiContext = createContext<MatchdayClient | undefined>(undefined);

/** The API at this origin, asked by whoever is signed in. */
export const ApiProvider = ({ children }: { readonly children: ReactNode }) => {
  const { token } = useSession();
  const api = useMemo(() => matchdayClient({ baseUrl: location.origin, token }), [token]);
  return <ApiContext value={api}>{children}</ApiContext>;
};

/**
 * The typed client of the API.
 *
 * @example
 * const api = useApi();
 * const { data } = useQuery({ queryKey: ['competitions'], queryFn: () => ask(api.GET('/v1/competitions')) });
 */
export const useApi = (): MatchdayClient => {
  const api = useContext(ApiContext);
  if (!api) throw new Error('useApi needs an ApiProvider around it');
  return api;
};
