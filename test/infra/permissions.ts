/** What is granted of a resource. */
export type Grants = Readonly<Record<string, string>>;

const LOG = 'logs:CreateLogStream logs:PutLogEvents';
const RECEIVE =
  'sqs:ReceiveMessage sqs:ChangeMessageVisibility sqs:GetQueueUrl sqs:DeleteMessage sqs:GetQueueAttributes';

/** A commit never changes. */
export const UNCHANGEABLE: Grants = {
  Events:
    'dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:BatchWriteItem ' +
    'dynamodb:PartiQLInsert dynamodb:PartiQLUpdate dynamodb:PartiQLDelete',
};

/** What retention took from the events. */
const ARCHIVE: Grants = { Archive: 's3:ListBucket', 'Archive/*': 's3:GetObject' };

const SUBSCRIBERS = [
  ...['catchunrouted', 'fanoutwebhooks', 'notify', 'projectfixtures', 'projectstandings'],
  ...['pushlive', 'recordanalytics', 'scorepredictions'],
];

/** Dead-letter queues of the outbox, of the index of events, of webhooks, of rebuilds and of what runs on a schedule. */
export const OWN_QUEUES = [
  'OutboxQuarantine',
  'OutboxAbandoned',
  'EventIndexAbandoned',
  'AnchoringUndelivered',
  'DeliveriesDeadLetters',
  'ArchivingUndelivered',
  'ReconciliationUndelivered',
  'RebuildsDeadLetters',
  'RemindingUndelivered',
];

/** Seeing how much is in the queues of handlers. */
const watched = (...handlers: readonly string[]): Grants =>
  Object.fromEntries(
    handlers.flatMap(handler =>
      ['Queue', 'DeadLetters', 'Undelivered'].map(queue => [handler + queue, 'sqs:GetQueueAttributes']),
    ),
  );

/** All that each function may do. A line that is added here is a decision; a `*` is none. */
export const PERMISSIONS: Readonly<Record<string, { readonly allow: Grants; readonly deny: Grants }>> = {
  commands: {
    allow: {
      ApicommandsLogs: LOG,
      Events: 'dynamodb:Query dynamodb:PutItem',
      ...ARCHIVE,
      Keys: 'dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem',
    },
    deny: UNCHANGEABLE,
  },
  // It is told all that it needs.
  'shape-tokens': { allow: { SignInTriggerLogs: LOG }, deny: {} },
  describe: { allow: { ApidescribeLogs: LOG }, deny: {} },
  queries: {
    allow: {
      ApiqueriesLogs: LOG,
      Events: 'dynamodb:Query dynamodb:BatchGetItem',
      ...ARCHIVE,
      Index: 'dynamodb:Query dynamodb:BatchGetItem',
      Audit: 'dynamodb:BatchGetItem dynamodb:Query',
      Keys: 'dynamodb:BatchGetItem dynamodb:GetItem',
      Fixtures: 'dynamodb:Query dynamodb:BatchGetItem',
      Standings: 'dynamodb:Query dynamodb:BatchGetItem',
      Statistics: 'dynamodb:Query dynamodb:BatchGetItem',
    },
    deny: UNCHANGEABLE,
  },
  explain: {
    allow: {
      ApiexplainLogs: LOG,
      Events: 'dynamodb:Query',
      ...ARCHIVE,
      Anchors: 's3:ListBucket',
      'Anchors/*': 's3:GetObject',
    },
    deny: UNCHANGEABLE,
  },
  health: {
    allow: {
      ApihealthLogs: LOG,
      Events: 'dynamodb:Query',
      Audit: 'dynamodb:Query',
      ...watched(...SUBSCRIBERS),
    },
    deny: UNCHANGEABLE,
  },
  // It looks at what handlers failed on, gives it to them once more, or takes it away.
  'dead-letters': {
    allow: {
      ApideadlettersLogs: LOG,
      Events: 'dynamodb:Query',
      ...ARCHIVE,
      Audit: 'dynamodb:Query dynamodb:BatchWriteItem',
      ...Object.fromEntries(
        [...SUBSCRIBERS, 'Deliveries', 'Rebuilds'].map(origin => [`${origin}Queue`, 'sqs:SendMessage']),
      ),
      ...Object.fromEntries(
        [...SUBSCRIBERS.flatMap(handler => [`${handler}DeadLetters`, `${handler}Undelivered`]), ...OWN_QUEUES].map(
          queue => [queue, 'sqs:GetQueueAttributes sqs:ReceiveMessage sqs:ChangeMessageVisibility sqs:DeleteMessage'],
        ),
      ),
    },
    deny: UNCHANGEABLE,
  },
  // It begins rebuilds, and says which generation is read.
  projections: {
    allow: {
      ApiprojectionsLogs: LOG,
      Events: 'dynamodb:BatchGetItem dynamodb:DescribeTable',
      Index: 'dynamodb:Query dynamodb:BatchGetItem',
      Audit: 'dynamodb:BatchGetItem',
      Fixtures: 'dynamodb:BatchGetItem dynamodb:PutItem',
      Standings: 'dynamodb:BatchGetItem dynamodb:PutItem',
      Statistics: 'dynamodb:BatchGetItem dynamodb:PutItem',
      RebuildsQueue: 'sqs:SendMessage',
      ...watched('projectfixtures', 'projectstandings', 'recordanalytics'),
    },
    deny: UNCHANGEABLE,
  },
  'rebuild-projections': {
    allow: {
      RebuildingHandlerLogs: LOG,
      // It sends itself the next step.
      RebuildsQueue: `${RECEIVE} sqs:SendMessage`,
      Events: 'dynamodb:Scan',
      ...ARCHIVE,
      Fixtures: 'dynamodb:BatchGetItem dynamodb:PutItem dynamodb:UpdateItem',
      Standings: 'dynamodb:BatchGetItem dynamodb:PutItem dynamodb:UpdateItem',
      Statistics: 'dynamodb:BatchGetItem dynamodb:PutItem dynamodb:UpdateItem',
    },
    deny: UNCHANGEABLE,
  },
  'publish-events': {
    allow: {
      OutboxHandlerLogs: LOG,
      'Events.StreamArn': 'dynamodb:ListStreams dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator',
      Index: 'dynamodb:BatchWriteItem',
      BusEventBus: 'events:PutEvents',
      OutboxQuarantine: 'sqs:SendMessage',
      OutboxAbandoned: 'sqs:SendMessage sqs:GetQueueAttributes sqs:GetQueueUrl',
    },
    deny: {},
  },
  reconcile: {
    allow: {
      ReconciliationHandlerLogs: LOG,
      Events: 'dynamodb:Scan',
      Index: 'dynamodb:Query dynamodb:BatchWriteItem',
      BusEventBus: 'events:PutEvents',
      OutboxQuarantine: 'sqs:SendMessage',
    },
    deny: UNCHANGEABLE,
  },
  'index-events': {
    allow: {
      EventIndexHandlerLogs: LOG,
      'Events.StreamArn': 'dynamodb:ListStreams dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator',
      EventIndexAbandoned: 'sqs:SendMessage sqs:GetQueueAttributes sqs:GetQueueUrl',
      Index: 'dynamodb:Query dynamodb:BatchGetItem dynamodb:PutItem dynamodb:BatchWriteItem',
    },
    deny: {},
  },
  'anchor-heads': {
    allow: {
      AnchoringHandlerLogs: LOG,
      Events: 'dynamodb:Scan',
      Anchors: 's3:ListBucket',
      'Anchors/*': 's3:GetObject s3:PutObject',
    },
    deny: UNCHANGEABLE,
  },
  'archive-streams': {
    allow: {
      ArchivingHandlerLogs: LOG,
      Events: 'dynamodb:Query dynamodb:Scan dynamodb:DeleteItem',
      Archive: 's3:ListBucket',
      'Archive/*': 's3:GetObject s3:PutObject',
      Anchors: 's3:ListBucket',
      'Anchors/*': 's3:GetObject',
    },
    // It deletes what is in the archive, and changes nothing.
    deny: { Events: String(UNCHANGEABLE.Events).replace('dynamodb:DeleteItem ', '') },
  },
  'score-predictions': {
    allow: {
      scorepredictionsHandlerLogs: LOG,
      scorepredictionsQueue: RECEIVE,
      Events: 'dynamodb:Query dynamodb:PutItem',
      ...ARCHIVE,
      Audit: 'dynamodb:BatchWriteItem',
    },
    deny: UNCHANGEABLE,
  },
  'project-standings': {
    allow: {
      projectstandingsHandlerLogs: LOG,
      projectstandingsQueue: RECEIVE,
      Standings: 'dynamodb:BatchGetItem dynamodb:PutItem dynamodb:UpdateItem',
      Audit: 'dynamodb:BatchWriteItem',
    },
    deny: {},
  },
  'project-fixtures': {
    allow: {
      projectfixturesHandlerLogs: LOG,
      projectfixturesQueue: RECEIVE,
      Fixtures: 'dynamodb:BatchGetItem dynamodb:PutItem dynamodb:UpdateItem',
      Audit: 'dynamodb:BatchWriteItem',
    },
    deny: {},
  },
  'record-analytics': {
    allow: {
      recordanalyticsHandlerLogs: LOG,
      recordanalyticsQueue: RECEIVE,
      Statistics: 'dynamodb:BatchGetItem dynamodb:PutItem dynamodb:UpdateItem',
      Audit: 'dynamodb:BatchWriteItem',
    },
    deny: {},
  },
  notify: {
    allow: {
      notifyHandlerLogs: LOG,
      notifyQueue: RECEIVE,
      Inbox: 'dynamodb:BatchGetItem dynamodb:BatchWriteItem',
      Standings: 'dynamodb:Query dynamodb:BatchGetItem',
      Events: 'dynamodb:Query',
      ...ARCHIVE,
      Audit: 'dynamodb:BatchWriteItem',
    },
    deny: UNCHANGEABLE,
  },
  remind: {
    allow: {
      RemindingHandlerLogs: LOG,
      Inbox: 'dynamodb:BatchGetItem dynamodb:BatchWriteItem dynamodb:Query dynamodb:PutItem',
      Standings: 'dynamodb:Query dynamodb:BatchGetItem',
      Events: 'dynamodb:Query dynamodb:BatchGetItem',
      ...ARCHIVE,
    },
    deny: UNCHANGEABLE,
  },
  inbox: {
    allow: { ApiinboxLogs: LOG, Inbox: 'dynamodb:Query dynamodb:BatchGetItem dynamodb:UpdateItem' },
    deny: {},
  },
  webhooks: {
    allow: {
      ApiwebhooksLogs: LOG,
      Events: 'dynamodb:Query dynamodb:PutItem',
      Webhooks: 'dynamodb:Query dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem',
      WebhookKey: 'secretsmanager:GetSecretValue',
      DeliveriesQueue: 'sqs:SendMessage',
    },
    deny: UNCHANGEABLE,
  },
  'fan-out-webhooks': {
    allow: {
      fanoutwebhooksHandlerLogs: LOG,
      fanoutwebhooksQueue: RECEIVE,
      Events: 'dynamodb:Query',
      Webhooks: 'dynamodb:Query dynamodb:PutItem',
      DeliveriesQueue: 'sqs:SendMessage',
      Audit: 'dynamodb:BatchWriteItem',
    },
    deny: UNCHANGEABLE,
  },
  'deliver-webhooks': {
    allow: {
      WebhooksHandlerLogs: LOG,
      // It puts messages back that are not due.
      DeliveriesQueue: `${RECEIVE} sqs:SendMessage`,
      // For one command: to disable a subscription.
      Events: 'dynamodb:Query dynamodb:PutItem',
      Webhooks: 'dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem',
      WebhookKey: 'secretsmanager:GetSecretValue',
    },
    deny: UNCHANGEABLE,
  },
  'push-live': {
    allow: {
      pushliveHandlerLogs: LOG,
      pushliveQueue: RECEIVE,
      'LiveApiLive.ChannelNamespaceArn': 'appsync:EventPublish',
      Audit: 'dynamodb:BatchWriteItem',
    },
    deny: {},
  },
  'catch-unrouted': {
    allow: { catchunroutedHandlerLogs: LOG, catchunroutedQueue: RECEIVE, Audit: 'dynamodb:BatchWriteItem' },
    deny: {},
  },
};
