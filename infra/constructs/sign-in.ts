import { Aws, CfnOutput, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  StringAttribute,
  UserPool,
  type UserPoolClient,
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
  /** The stage's name. */
  readonly stage: string;
}

/** Who may use the API: people and machines, the tenant they belong to, and what they may do, as groups. */
export class SignIn extends Construct {
  readonly userPool: UserPool;
  /** For programs and people at a terminal; the page has its own, see `page-client.ts`. */
  readonly client: UserPoolClient;
  /** Where browsers sign in: a host. */
  readonly domain: string;
  /** Shapes every token: where it fails, nobody signs in. */
  readonly trigger: IFunction;

  constructor(scope: Construct, id: string, { protect, stage }: SignInProps) {
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
      disableOAuth: true,
      // The tenant is not among them: nobody moves to another one.
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(30),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
    this.domain = this.openDomain(`matchday-${stage}-${Aws.ACCOUNT_ID}`);
    new CfnOutput(this, 'UserPoolId', { value: this.userPool.userPoolId });
    new CfnOutput(this, 'ClientId', { value: this.client.userPoolClientId });
  }

  /** @param domainPrefix which no other pool of the region may have, of whatever account */
  private openDomain(domainPrefix: string): string {
    this.userPool.addDomain('Domain', { cognitoDomain: { domainPrefix } });
    return `${domainPrefix}.auth.${Aws.REGION}.amazoncognito.com`;
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
