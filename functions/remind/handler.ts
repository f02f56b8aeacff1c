import { realTime } from '../../shared/application/execution.ts';
import { remind } from '../../shared/application/notifications/remind.ts';
import { sesMailer } from '../../shared/gateways/ses-mailer.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { remindingHandler } from '../../shared/lambda/reminding-handler.ts';
import { tellingBy } from '../../shared/lambda/telling.ts';
import { documentClient } from '../../shared/store/client.ts';
import { dynamoDBPlacedPredictions } from '../../shared/store/dynamodb-placed-predictions.ts';
import { dynamoDBReminders } from '../../shared/store/dynamodb-reminders.ts';
import { notificationSources } from '../../shared/store/notification-sources.ts';

const client = documentClient();
const sources = notificationSources(client, environment);
const telling = tellingBy(sources, from => sesMailer({ from, ...realTime }));
const reminders = dynamoDBReminders(client, environment('INBOX_TABLE'));
const placed = dynamoDBPlacedPredictions(client, environment('EVENTS_TABLE'));
const ahead = Number(environment('AHEAD_MINUTES')) * 60_000;

export const handler = remindingHandler(run => remind({ ...telling(), ...sources, reminders, placed, ahead }, run));
