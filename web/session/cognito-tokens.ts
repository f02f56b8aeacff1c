import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { SiteConfig } from './config.ts';
import type { TokenSource } from './token-types.ts';

/** Comes back from sign-in: takes the code out of the address, and with it the tokens. */
const comeBack = async (users: UserManager): Promise<void> => {
  if (!new URLSearchParams(location.search).has('code')) return;
  await users.signinRedirectCallback();
  history.replaceState(null, '', '/');
};

/**
 * Tokens of the user pool, by a code with PKCE. They live in the tab's session: closing it signs out of the page.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/using-pkce-in-authorization-code.html
 */
export const cognitoTokens = async ({ authority, clientId, domain }: SiteConfig['signIn']): Promise<TokenSource> => {
  const home = `${location.origin}/`;
  const users = new UserManager({
    authority,
    client_id: clientId,
    redirect_uri: home,
    response_type: 'code',
    scope: 'openid',
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    // Named, not looked up: the document of the issuer is not on a host that the page may ask.
    metadata: {
      issuer: authority,
      authorization_endpoint: `https://${domain}/oauth2/authorize`,
      token_endpoint: `https://${domain}/oauth2/token`,
      revocation_endpoint: `https://${domain}/oauth2/revoke`,
    },
  });
  await comeBack(users);
  return {
    token: async () => {
      const user = await users.getUser();
      if (user?.expired !== true) return user?.access_token;
      return (await users.signinSilent().catch(() => null))?.access_token;
    },
    signIn: () => users.signinRedirect(),
    signOut: async () => {
      await users.removeUser();
      location.assign(`https://${domain}/logout?${new URLSearchParams({ client_id: clientId, logout_uri: home })}`);
    },
  };
};
