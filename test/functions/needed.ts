/** Variables that each function cannot do without. */
export const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'catch-unrouted': ['AUDIT_TABLE', 'HANDLER_NAME'],
  'archive-streams': ['EVENTS_TABLE', 'ARCHIVE_BUCKET', 'ANCHORS_BUCKET', 'RETENTION_DAYS'],
  commands: ['EVENTS_TABLE', 'ARCHIVE_BUCKET', 'KEYS_TABLE'],
  'index-events': ['INDEX_TABLE'],
  notify: ['INBOX_TABLE', 'AUDIT_TABLE', 'HANDLER_NAME'],
  'project-standings': ['STANDINGS_TABLE', 'AUDIT_TABLE', 'HANDLER_NAME'],
  'anchor-heads': ['EVENTS_TABLE', 'ANCHORS_BUCKET'],
  'publish-events': ['INDEX_TABLE', 'BUS_NAME', 'QUARANTINE_URL'],
  queries: ['EVENTS_TABLE', 'ARCHIVE_BUCKET', 'INDEX_TABLE', 'KEYS_TABLE', 'STANDINGS_TABLE', 'STATISTICS_TABLE'],
  reconcile: ['EVENTS_TABLE', 'INDEX_TABLE', 'SEGMENTS', 'BUS_NAME', 'QUARANTINE_URL'],
  'deliver-webhooks': ['EVENTS_TABLE', 'WEBHOOKS_TABLE', 'WEBHOOK_KEY', 'WEBHOOK_LOOPBACK', 'DELIVERIES_URL'],
  'fan-out-webhooks': ['EVENTS_TABLE', 'WEBHOOKS_TABLE', 'DELIVERIES_URL', 'AUDIT_TABLE', 'HANDLER_NAME'],
  webhooks: ['EVENTS_TABLE', 'WEBHOOKS_TABLE', 'WEBHOOK_KEY', 'WEBHOOK_LOOPBACK', 'DELIVERIES_URL'],
  'record-analytics': ['STATISTICS_TABLE', 'AUDIT_TABLE', 'HANDLER_NAME'],
  'shape-tokens': [],
  'score-predictions': ['EVENTS_TABLE', 'ARCHIVE_BUCKET', 'AUDIT_TABLE', 'HANDLER_NAME'],
};
