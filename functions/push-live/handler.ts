import { realTime, systemClock } from '../../shared/application/execution.ts';
import { pushLive } from '../../shared/application/push-live.ts';
import { appSyncEvents } from '../../shared/gateways/appsync-events.ts';
import { environment, optionalEnvironment } from '../../shared/lambda/environment.ts';
import { eventHandler } from '../../shared/lambda/event-handler.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBAuditLog } from '../../shared/store/dynamodb-audit-log.ts';
import subscription from './subscription.ts';

// An endpoint of this machine has no certificate.
const scheme = optionalEnvironment('AWS_ENDPOINT_URL') === undefined ? 'https' : 'http';
const channel = appSyncEvents({ host: environment('LIVE_HOST'), scheme, ...realTime });
const maxAgeMinutes = Number(environment('LIVE_MAX_AGE_MINUTES'));
const audit = dynamoDBAuditLog(documentClient(), environment('AUDIT_TABLE'));

export const handler = eventHandler(subscription, audit, pushLive({ channel, now: systemClock, maxAgeMinutes }));
