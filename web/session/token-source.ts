import type { SiteConfig } from './config.ts';
import type { TokenSource } from './token-types.ts';

/** Where sign-in happens, by what the deployment says. */
export const openTokenSource = async (config: SiteConfig): Promise<TokenSource> => {
  if (config.demo) return (await import('./demo-tokens.ts')).demoTokens();
  return (await import('./cognito-tokens.ts')).cognitoTokens(config.signIn);
};
