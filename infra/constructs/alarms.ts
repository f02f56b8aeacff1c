import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { encryptionKeyOf } from './encryption-key.ts';

const PERIOD = Duration.minutes(1);

/** What a function counted in a minute (a metric of its own, by its name). */
export const countOf = (metricName: string, folder: string): IMetric =>
  new Metric({
    namespace: 'Matchday',
    metricName,
    dimensionsMap: { service: folder },
    period: PERIOD,
    statistic: 'Sum',
  });

/** Where alarms go: a topic, and the address of `-c alarmEmail=...` when there is one. */
export class Alarms extends Construct {
  readonly topic: ITopic;

  constructor(scope: Construct, id: string, email: string | undefined) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true, masterKey: encryptionKeyOf(this) });
    this.permitAlarms();
    if (email) this.topic.addSubscription(new EmailSubscription(email));
  }

  /**
   * `enforceSSL` gives the topic a policy, which takes the place of the one that lets the account's alarms publish.
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
   */
  private permitAlarms(): void {
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AllowAlarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }

  /** Raises an alarm as soon as the metric is above `threshold`. */
  above(id: string, metric: IMetric, threshold: number, description: string): void {
    const alarm = new Alarm(this, id, {
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: description,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }

  /** Raises an alarm as soon as anything is in the queue. */
  notEmpty(id: string, queue: IQueue, description: string): void {
    this.above(
      id,
      queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'Maximum' }),
      0,
      description,
    );
  }

  /** Raises an alarm when a function counted one of these (a metric of its own, by its name). */
  counted(id: string, metricName: string, folder: string, description: string): void {
    this.above(id, countOf(metricName, folder), 0, description);
  }
}
