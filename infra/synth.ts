import { App, Tags } from 'aws-cdk-lib';
import { DataStack } from './data-stack.ts';
import { readFunctionFolders } from './folders.ts';
import { originsOf } from './origins.ts';
import { siteOptionsOf } from './site-options.ts';
import { MatchdayStack } from './stack.ts';
import { stageOf } from './stage.ts';

export interface AppOptions {
  /** Where the cloud assembly goes; the CDK CLI says it by itself. */
  readonly outdir?: string;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** The CDK app: a stack for the data, and one for all the rest. */
export const createApp = async ({ outdir, context }: AppOptions = {}): Promise<App> => {
  const app = new App({ ...(outdir && { outdir }), ...(context && { context: { ...context } }) });
  const stage = stageOf(app.node.tryGetContext('stage'));
  const folders = await readFunctionFolders();
  const data = new DataStack(app, `MatchdayData-${stage.name}`, {
    description: 'Matchday: the event store, the read models and the users',
    stage,
  });
  new MatchdayStack(app, `Matchday-${stage.name}`, {
    description: 'Matchday: API, outbox, bus, handlers',
    stage,
    data: data.tables,
    anchors: data.anchors,
    signIn: data.signIn,
    folders,
    site: siteOptionsOf(name => app.node.tryGetContext(name)),
    webhookLoopback: app.node.tryGetContext('webhookLoopback') === true,
    origins: [...stage.origins, ...originsOf(app.node.tryGetContext('origins'))],
    platformTenant: app.node.tryGetContext('platformTenant') ?? stage.platformTenant,
    alarmEmail: app.node.tryGetContext('alarmEmail'),
    mailFrom: app.node.tryGetContext('mailFrom'),
  });
  Tags.of(app).add('application', 'matchday');
  Tags.of(app).add('stage', stage.name);
  return app;
};

/**
 * Synthesizes for the local runtime: without bundling (it has one bundle of its own) and without the policy checks
 * (`cdk synth` and the tests make them), which takes a second instead of ten.
 *
 * @param site the folder of the built page; absent: there is no page
 */
export const synthesizeForLocalUse = async (outdir: string, site?: string): Promise<void> => {
  process.env.CDK_VALIDATION ??= 'false';
  const app = await createApp({
    outdir,
    context: {
      'aws:cdk:bundling-stacks': [],
      'aws:cdk:disable-version-check': true,
      webhookLoopback: true,
      demo: true,
      site: site ?? false,
    },
  });
  app.synth();
};
