import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Construct } from 'constructs';
import type { Stage } from '../stage.ts';
import type { Tables } from './access.ts';
import type { Alarms } from './alarms.ts';
import { HandlerFunction } from './function.ts';
import { deadLetterQueue } from './queue.ts';

export interface RemindingProps {
  readonly tables: Tables;
  readonly alarms: Alarms;
  /** By the clock rather than at a rate: also where the clock is set, on a machine that plays a season. */
  readonly at: Stage['remind']['at'];
  readonly aheadMinutes: number;
}

/** Reminds players of matches that they have not predicted, on a schedule. */
export class Reminding extends Construct {
  readonly reminder: NodejsFunction;

  constructor(scope: Construct, id: string, { tables, alarms, at, aheadMinutes }: RemindingProps) {
    super(scope, id);
    const undelivered = deadLetterQueue(this, 'Undelivered');
    const { function: reminder } = new HandlerFunction(this, 'Handler', {
      folder: 'remind',
      tables,
      access: [
        ...(['inbox:put', 'inbox:read', 'inbox:claim'] as const),
        ...(['events:read', 'events:get', 'archive:read', 'standings:read'] as const),
      ],
      // It is over before the next one begins.
      timeout: 600,
      memory: 512,
      environment: { AHEAD_MINUTES: String(aheadMinutes) },
    });
    this.reminder = reminder;
    new Rule(this, 'Schedule', {
      description: 'reminds players of matches that they have not predicted',
      schedule: Schedule.cron(at),
      targets: [new LambdaFunction(reminder, { deadLetterQueue: undelivered, retryAttempts: 3 })],
    });
    alarms.notEmpty('remind-undelivered', undelivered, 'reminding was due and could not be started');
    alarms.above(
      'remind-fails',
      reminder.metricErrors({ period: Duration.minutes(1) }),
      0,
      'players were not reminded',
    );
  }
}
