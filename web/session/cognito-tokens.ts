import { ErrorResponse, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { SiteConfig } from './config.ts';
import { addressOf, hereOf } from './return-to.ts';
import type { TokenSource } from './token-types.ts';

/**
 * Comes back from sign-in: takes the answer out of the address, with it the tokens, and goes on to where one wanted to. Who has turned
 * back there, or comes with an answer that was used already, is not signed in, and may try again.
 */
const comeBack = async (users: UserManager): Promise<void> => {
  const answer = new URLSearchParams(location.search);
  if (!answer.has('state') || !(answer.has('code') || answer.has('error'))) return;
  const came = await users
    .signinRedirectCallback()
    .catch((failure: unknown) => (failure instanceof ErrorResponse ? failure : undefined));
  history.replaceState(null, '', addressOf(came?.state, location.origin));
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
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
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
    // Kept in the tab, not sent: an invite's code is nobody else's business.
    signIn: () => users.signinRedirect({ state: hereOf(location) }),
    signOut: async () => {
      await users.removeUser();
      location.assign(`https://${domain}/logout?${new URLSearchParams({ client_id: clientId, logout_uri: home })}`);
    },
  };
};
