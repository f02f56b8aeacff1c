import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StoredData, Tables } from './constructs/access.ts';
import { Alarms } from './constructs/alarms.ts';
import { Anchoring } from './constructs/anchoring.ts';
import { Api } from './constructs/api.ts';
import { Archiving } from './constructs/archiving.ts';
import { Bus } from './constructs/bus.ts';
import { EventIndex } from './constructs/event-index.ts';
import { protect } from './constructs/firewall.ts';
import { handOverDeadLetters, watchQueues } from './constructs/health.ts';
import { LiveChannel } from './constructs/live-channel.ts';
import type { LockedBucket } from './constructs/locked-bucket.ts';
import { Mail } from './constructs/mail.ts';
import { Outbox } from './constructs/outbox.ts';
import { Rebuilding, rebuildQueue } from './constructs/rebuilding.ts';
import { Reconciliation } from './constructs/reconciliation.ts';
import { Reminding } from './constructs/reminding.ts';
import type { SignIn } from './constructs/sign-in.ts';
import { Site } from './constructs/site.ts';
import { encryptWhatPasses } from './constructs/stack-key.ts';
import { SubscriptionHandler } from './constructs/subscription.ts';
import { deliveryQueue, Webhooks } from './constructs/webhooks.ts';
import type { Folders } from './folders.ts';
import { drawMap } from './map/draw.ts';
import { resourcesOf } from './map/resources.ts';
import type { SiteOptions } from './site-options.ts';
import type { Stage } from './stage.ts';

export interface MatchdayStackProps extends StackProps {
  readonly stage: Stage;
  readonly data: StoredData;
  readonly anchors: LockedBucket;
  readonly signIn: SignIn;
  readonly folders: Folders;
  /** The page; absent: the stage has none. */
  readonly site?: SiteOptions;
  /** Lets webhooks go to the machine itself: on a developer's, where nobody else subscribes. */
  readonly webhookLoopback: boolean;
  /** Whose operators run the platform; absent: nobody's. */
  readonly platformTenant?: string;
  readonly alarmEmail?: string;
  /** The address that mails to players come from; absent: none are sent. */
  readonly mailFrom?: string;
  /** Sites whose pages may call the API. */
  readonly origins: readonly string[];
}

/** The handlers that make read models. */
const PROJECTING = new Set(['project-fixtures', 'project-standings', 'record-analytics']);

/** Everything but the data: may be thrown away and deployed again. */
export class MatchdayStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    {
      stage,
      data,
      anchors,
      signIn,
      folders,
      site: options,
      webhookLoopback,
      platformTenant,
      alarmEmail,
      mailFrom,
      origins,
      ...props
    }: MatchdayStackProps,
  ) {
    super(scope, id, props);
    encryptWhatPasses(this);
    const alarms = new Alarms(this, 'Alarms', alarmEmail);
    const bus = new Bus(this, 'Bus');
    const deliveries = deliveryQueue(this, 'Deliveries');
    const rebuilds = rebuildQueue(this, 'Rebuilds');
    const loopback = webhookLoopback ? 'allowed' : 'refused';
    const live = new LiveChannel(this, 'Live', { userPool: signIn.userPool, maxAgeMinutes: stage.liveMinutes });
    const tables: Tables = {
      ...data,
      anchors,
      deliveries: deliveries.queue,
      rebuilds: rebuilds.queue,
      live,
      webhookLoopback: loopback,
    };
    const outbox = new Outbox(this, 'Outbox', { tables, bus: bus.eventBus, alarms });
    const { quarantine } = outbox;
    const others = [
      outbox,
      new Reconciliation(this, 'Reconciliation', { tables, bus: bus.eventBus, quarantine, alarms, ...stage.sweep }),
      new EventIndex(this, 'EventIndex', { tables, alarms }),
      new Anchoring(this, 'Anchoring', { tables, anchors, alarms, at: stage.anchorAt }),
      new Archiving(this, 'Archiving', { tables, anchors, alarms, retention: stage.retention }),
    ];
    const webhooks = new Webhooks(this, 'Webhooks', { tables, deliveries, alarms });
    const rebuilding = new Rebuilding(this, 'Rebuilding', { tables, rebuilds, alarms });
    const handlers = Object.entries(folders.subscriptions).map(
      ([name, subscription]) => new SubscriptionHandler(this, name, { name, subscription, tables, alarms }),
    );
    bus.route(handlers.map(({ listener }) => listener));
    if (stage.firewall) protect(this, signIn.userPool.userPoolArn);
    alarms.above(
      'shape-tokens-fails',
      signIn.trigger.metricErrors({ period: Duration.minutes(1) }),
      0,
      'tokens were not shaped: nobody signs in',
    );
    const reminding = new Reminding(this, 'Reminding', { tables, alarms, ...stage.remind });
    const notifiers = handlers.filter(({ listener }) => listener.name === 'notify');
    if (mailFrom)
      new Mail(this, 'Mail', {
        from: mailFrom,
        tables,
        alarms,
        senders: [...notifiers.map(each => each.function), reminding.function],
      });
    const site = options && new Site(this, 'Site', { options, stage: stage.name, signIn, live });
    const api = new Api(this, 'Api', {
      tables,
      functions: folders.http,
      userPool: signIn.userPool,
      clients: [signIn.client, ...(site ? [site.client] : [])],
      alarms,
      origins,
      ...(stage.rateLimit !== undefined && { rateLimit: stage.rateLimit }),
      ...(platformTenant !== undefined && { platformTenant }),
    });
    site?.serve(api.httpApi);
    const watched = handlers.map(handler => handler.watched);
    watchQueues(api.handler('health'), watched);
    watchQueues(
      api.handler('projections'),
      watched.filter(({ name }) => PROJECTING.has(name)),
    );
    const failing = [...others, webhooks, rebuilding, reminding].map(({ failures }) => failures);
    handOverDeadLetters(api.handler('dead-letters'), [...watched, ...failing]);
    new CfnOutput(this, 'ApiUrl', { value: api.url });
    site?.show(drawMap(resourcesOf(this.node.root)));
  }
}
