import { CfnOutput, Stack } from 'aws-cdk-lib';
import { AppSyncAuthorizationType, type ChannelNamespace, Code, EventApi } from 'aws-cdk-lib/aws-appsync';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { TENANTS_OWN_CHANNELS } from './live-channel-code.ts';

const { IAM, USER_POOL } = AppSyncAuthorizationType;

export interface LiveChannelProps {
  /** Who may listen: its users, each to the channels of their tenant. */
  readonly userPool: IUserPool;
  /** Pages are not told of what is older. */
  readonly maxAgeMinutes: number;
}

/**
 * The live channel of the page: hints that something has happened, at `/live/<tenant>/<topic>`. Users of the pool connect and
 * subscribe, functions alone publish. See docs/adr/0025.
 *
 * It writes no log: who is refused is in its metrics, and a publication that fails is in the log of the function that made it.
 */
export class LiveChannel extends Construct {
  /** Host that functions publish at, by HTTP. */
  readonly httpHost: string;
  /** Host that pages listen at, by WebSocket. */
  readonly realtimeHost: string;
  readonly namespace: ChannelNamespace;
  readonly maxAgeMinutes: number;

  constructor(scope: Construct, id: string, { userPool, maxAgeMinutes }: LiveChannelProps) {
    super(scope, id);
    this.maxAgeMinutes = maxAgeMinutes;
    const api = new EventApi(this, 'Api', {
      apiName: `${Stack.of(this).stackName}-live`,
      authorizationConfig: {
        authProviders: [{ authorizationType: USER_POOL, cognitoConfig: { userPool } }, { authorizationType: IAM }],
        connectionAuthModeTypes: [USER_POOL],
        defaultSubscribeAuthModeTypes: [USER_POOL],
        defaultPublishAuthModeTypes: [IAM],
      },
    });
    this.namespace = api.addChannelNamespace('Live', {
      channelNamespaceName: 'live',
      code: Code.fromInline(TENANTS_OWN_CHANNELS),
    });
    this.httpHost = api.httpDns;
    this.realtimeHost = api.realtimeDns;
    new CfnOutput(this, 'LiveHost', { value: this.realtimeHost });
  }
}
