import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Construct } from 'constructs';
import type { Due } from '../stage.ts';
import type { Alarms } from './alarms.ts';
import { HandlerFunction, type HandlerFunctionProps } from './function.ts';
import type { DeadLetterPlaces } from './health.ts';
import { deadLetterQueue } from './queue.ts';

/** Alarms of a scheduled function: how their ids begin, and what they say. */
interface ScheduleAlarms {
  readonly id: string;
  readonly undelivered: string;
  readonly fails: string;
}

export interface ScheduledFunctionProps extends Omit<HandlerFunctionProps, 'timeout'> {
  /** By the clock rather than at a rate: also where the clock is set, on a machine that plays a season. */
  readonly at: Due;
  /** What the schedule does, in a few words. */
  readonly description: string;
  readonly alarms: Alarms;
  readonly alarm: ScheduleAlarms;
}

/** Lambda's longest, in seconds: what is done on a schedule reads the whole ledger, or much of it. */
const TIMEOUT = 900;

/** A function that runs on a schedule: rule, queue of what could not be delivered, function and alarms. */
export class ScheduledFunction extends Construct {
  readonly function: NodejsFunction;
  /** No queue that they came from: the next run does what they were to do. */
  readonly failures: DeadLetterPlaces;

  constructor(scope: Construct, id: string, { at, description, alarms, alarm, ...handler }: ScheduledFunctionProps) {
    super(scope, id);
    const undelivered = deadLetterQueue(this, 'Undelivered');
    this.failures = { name: handler.folder, queues: { undelivered } };
    this.function = new HandlerFunction(this, 'Handler', { ...handler, timeout: TIMEOUT }).function;
    new Rule(this, 'Schedule', {
      description,
      schedule: Schedule.cron(at),
      targets: [new LambdaFunction(this.function, { deadLetterQueue: undelivered, retryAttempts: 3 })],
    });
    const errors = this.function.metricErrors({ period: Duration.minutes(1) });
    alarms.notEmpty(`${alarm.id}-undelivered`, undelivered, alarm.undelivered);
    alarms.above(`${alarm.id}-fails`, errors, 0, alarm.fails);
  }
}
