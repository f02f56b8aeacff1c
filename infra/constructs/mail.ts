import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { grantAccess, type Tables } from './access.ts';
import type { Alarms } from './alarms.ts';
import { roleOf } from './encryption-key.ts';

export interface MailProps {
  /** The address that mails come from. Somebody who reads it has to confirm it once. */
  readonly from: string;
  readonly tables: Tables;
  readonly alarms: Alarms;
  /** The functions that send. */
  readonly senders: readonly LambdaFunction[];
}

/** Mails to players: the identity that they come from, and what who sends them may do beyond telling by inbox. */
export class Mail extends Construct {
  constructor(scope: Construct, id: string, { from, tables, alarms, senders }: MailProps) {
    super(scope, id);
    const identity = new EmailIdentity(this, 'Identity', { identity: Identity.email(from) });
    for (const sender of senders) {
      sender.addEnvironment('MAIL_FROM', from);
      sender.addEnvironment('KEYS_TABLE', tables.keys.tableName);
      grantAccess(sender, roleOf(sender), tables, ['keys:read', 'inbox:claim']);
      sender.addToRolePolicy(
        new PolicyStatement({
          actions: ['ses:SendEmail'],
          resources: [identity.emailIdentityArn],
          conditions: { StringEquals: { 'ses:FromAddress': from } },
        }),
      );
    }
    for (const folder of ['notify', 'remind'])
      alarms.counted(
        `${folder}-mail-failed`,
        'mailFailed',
        folder,
        `${folder} could not send a mail, and will not again`,
      );
  }
}
