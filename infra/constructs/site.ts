import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { SystemMap } from '../../client/system-map.ts';
import type { SiteOptions } from '../site-options.ts';
import { PageClient } from './page-client.ts';
import { PageDeployment } from './page-deployment.ts';
import type { SignIn } from './sign-in.ts';
import { SiteDistribution } from './site-distribution.ts';

/** Hosts of the live channel, without a scheme. */
export interface LiveHosts {
  readonly httpHost: string;
  readonly realtimeHost: string;
}

export interface SiteProps {
  readonly options: SiteOptions;
  /** The stage's name. */
  readonly stage: string;
  readonly signIn: SignIn;
  readonly live: LiveHosts;
}

/** What is at the page's `/config.json`. */
const configOf = (scope: Construct, { options, stage, signIn, live }: SiteProps, clientId: string) => ({
  stage,
  demo: options.demo,
  signIn: {
    authority: `https://cognito-idp.${Stack.of(scope).region}.amazonaws.com/${signIn.userPool.userPoolId}`,
    clientId,
    domain: signIn.domain,
  },
  live: { http: live.httpHost, realtime: live.realtimeHost, namespace: 'live' },
});

/** The page: its files, where they are served from with the API, and what people sign in with. */
export class Site extends Construct {
  readonly client: IUserPoolClient;
  private readonly distribution: SiteDistribution;
  private readonly deployment: PageDeployment;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    const { options, signIn, live } = props;
    this.distribution = new SiteDistribution(this, 'Edge', {
      connect: [`https://${signIn.domain}`, `wss://${live.realtimeHost}`],
      ...(options.domain && { domain: options.domain }),
    });
    const { files, url } = this.distribution;
    this.client = new PageClient(this, 'Client', signIn, url);
    this.deployment = new PageDeployment(this, 'Deployment', {
      bucket: files,
      folder: options.folder,
      config: configOf(this, props, this.client.userPoolClientId),
    });
    new CfnOutput(Stack.of(this), 'SiteUrl', { value: url });
  }

  /** Puts the map of the system at `/map.json`: for when all that is on it is there. */
  show(map: SystemMap): void {
    this.deployment.add('map.json', map);
  }

  /** Puts the API at `/v1` of the page's origin. */
  serve(api: HttpApi): void {
    this.distribution.serve(api);
  }
}
