import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { EventStore } from '../application/event-store.ts';
import { systemClock } from '../application/execution.ts';
import type { BatchInbox } from '../application/notifications/inbox.ts';
import { addressIn, type Mailing, type MailLog, type SendMail } from '../application/notifications/mail.ts';
import type { Telling } from '../application/notifications/tell.ts';
import type { PlayerKeys } from '../application/player-keys.ts';
import { optionalEnvironment } from './environment.ts';
import { logger, metrics } from './observe.ts';

interface Sources {
  readonly inbox: BatchInbox;
  readonly mailLog: MailLog;
  readonly store: EventStore;
  readonly keys: () => PlayerKeys;
}

/** There is an alarm on it. Neither the address nor the text is logged. */
const reportFailedMail: Mailing['failed'] = ({ tenantId, inbox, eventId }, reason) => {
  metrics.addMetric('mailFailed', MetricUnit.Count, 1);
  logger.error('a mail failed', { tenantId, inbox, eventId, reason });
};

/**
 * How a function tells people: by inbox and, where the stage says from whom (`MAIL_FROM`), by mail. Called for each invocation,
 * as it has the time.
 */
export const tellingBy = (
  { inbox, mailLog, store, keys }: Sources,
  mailerOf: (from: string) => SendMail,
): (() => Telling) => {
  const from = optionalEnvironment('MAIL_FROM');
  const mail =
    from === undefined
      ? undefined
      : {
          log: mailLog,
          send: mailerOf(from),
          addressOf: addressIn({ store, keys: keys() }),
          failed: reportFailedMail,
        };
  return () => ({
    inbox,
    mail,
    now: systemClock(),
    log: ({ kind, eventId }) => logger.info('notified', { kind, eventId }),
  });
};
