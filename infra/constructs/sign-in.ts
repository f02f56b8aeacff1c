import { CfnOutput, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  OAuthScope,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  type UserPoolClientOptions,
  UserPoolGroup,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { SCOPES } from '../../shared/events/subscription.ts';
import { HandlerFunction } from './function.ts';

export interface SignInProps {
  /** Whether the users refuse to be deleted. */
  readonly protect: boolean;
  /** Origin of the page, where browsers come back to after sign-in; absent: nobody signs in by a browser. */
  readonly siteUrl: string | undefined;
}

/** By the code of PKCE only: the client has no secret, so nothing else proves who asks. */
const browsers = (siteUrl: string | undefined): UserPoolClientOptions =>
  siteUrl === undefined
    ? { disableOAuth: true }
    : {
        oAuth: {
          flows: { authorizationCodeGrant: true },
          scopes: [OAuthScope.OPENID],
          callbackUrls: [siteUrl],
          logoutUrls: [siteUrl],
        },
      };

/** Who may use the API: people and machines, the tenant they belong to, and what they may do, as groups. */
export class SignIn extends Construct {
  readonly userPool: UserPool;
  readonly client: UserPoolClient;
  /** Shapes every token: where it fails, nobody signs in. */
  readonly trigger: IFunction;

  constructor(scope: Construct, id: string, { protect, siteUrl }: SignInProps) {
    super(scope, id);
    this.userPool = this.createPool(protect);
    for (const groupName of SCOPES) new UserPoolGroup(this, groupName, { userPool: this.userPool, groupName });
    this.trigger = new HandlerFunction(this, 'Trigger', {
      folder: 'shape-tokens',
      access: [],
      // Cognito waits no longer.
      timeout: 5,
      memory: 256,
    }).function;
    this.userPool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, this.trigger, LambdaVersion.V2_0);
    this.client = this.userPool.addClient('Client', {
      generateSecret: false,
      // The second is for operators with credentials of the account, and gives them nothing that they could not take.
      authFlows: { userSrp: true, adminUserPassword: true },
      ...browsers(siteUrl),
      // The tenant is not among them: nobody moves to another one.
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(30),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
    new CfnOutput(this, 'UserPoolId', { value: this.userPool.userPoolId });
    new CfnOutput(this, 'ClientId', { value: this.client.userPoolClientId });
  }

  private createPool(protect: boolean): UserPool {
    const userPool = new UserPool(this, 'Users', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      // A changed address counts when it is verified.
      keepOriginal: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      // Given when the user is made, and never changed: not even by somebody who may change users.
      customAttributes: { tenant: new StringAttribute({ minLen: 1, maxLen: 100, mutable: false }) },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: protect,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(userPool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason: 'Producers are machines, which have no second factor. People turn theirs on.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason: 'The plan Plus is paid for each user of a month. Cognito locks out whoever tries often on any plan.',
      },
    );
    return userPool;
  }
}
