import { Duration } from 'aws-cdk-lib';
import { ClientAttributes, OAuthScope, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { SignIn } from './sign-in.ts';

/**
 * What people sign in with on the page: by a code and PKCE at the pool's own domain, and in no other way. It has no secret, as a
 * page can keep none. It is in the stack of the page, whose address it has to know; the users are in the other one.
 */
export class PageClient extends UserPoolClient {
  /** @param url of the page, without a slash at its end */
  constructor(scope: Construct, id: string, signIn: SignIn, url: string) {
    super(scope, id, {
      userPool: signIn.userPool,
      generateSecret: false,
      // Of the flows by an API only the one that renews a token.
      authFlows: { userSrp: false },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [`${url}/`],
        logoutUrls: [`${url}/`],
      },
      // The tenant is not among them: nobody moves to another one.
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      // What a browser holds may be taken from it.
      refreshTokenValidity: Duration.days(7),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
  }
}
