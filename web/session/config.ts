/** What a deployment tells its page: `/config.json`. */
export interface SiteConfig {
  readonly stage: string;
  /** Whether this is a machine of whoever looks at it: nobody signs up there. */
  readonly demo: boolean;
  readonly signIn: { readonly authority: string; readonly clientId: string; readonly domain: string };
  /** Hosts of the live channel, with their ports where they have one. */
  readonly live: { readonly http: string; readonly realtime: string; readonly namespace: string };
}

/** @throws Error when it is not there: then this is no deployment of ours */
export const readConfig = async (): Promise<SiteConfig> => {
  const response = await fetch('/config.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`/config.json: ${response.status}`);
  return (await response.json()) as SiteConfig;
};
