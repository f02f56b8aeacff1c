import { realTime } from '../../shared/application/execution.ts';
import { movementsOf } from '../../shared/application/notifications/movement.ts';
import { notify } from '../../shared/application/notifications/notify.ts';
import { sesMailer } from '../../shared/gateways/ses-mailer.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { eventHandler } from '../../shared/lambda/event-handler.ts';
import { tellingBy } from '../../shared/lambda/telling.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBAuditLog } from '../../shared/store/dynamodb-audit-log.ts';
import { notificationSources } from '../../shared/store/notification-sources.ts';
import subscription from './subscription.ts';

const client = documentClient();
const sources = notificationSources(client, environment);
const telling = tellingBy(sources, from => sesMailer({ from, ...realTime }));
const audit = dynamoDBAuditLog(client, environment('AUDIT_TABLE'));

export const handler = eventHandler(subscription, audit, events =>
  notify({ ...telling(), movements: correction => movementsOf({ ...sources, ...realTime }, correction) }, events),
);
