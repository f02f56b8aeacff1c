import type { MessageAttributes } from '../sqs/message.ts';
import type { Queue } from '../sqs/queue.ts';
import { type Queues, queueSettings } from '../sqs/queues.ts';
import type { AccessControl, Assembly, Report } from '../types.ts';

/** Where a rule or a schedule sends to, and on whose word. */
export interface Target {
  readonly arn: string;
  /** ARN of the rule or schedule. */
  readonly source: string;
  /** A service that resource policies name, or a role that the service assumes. */
  readonly principal: string;
  /** The service that assumes the role, if a role it is. */
  readonly assumedBy?: string;
  readonly deadLetterArn: string | undefined;
}

/** What became of a delivery. `accepted`: durably in a queue, or on its way to a function. */
export type Delivery = 'accepted' | 'dead-lettered' | 'dropped';

/** A delivery to a function, waiting on disk until the function has taken it. */
export interface PendingInvocation {
  readonly functionArn: string;
  readonly payload: string;
}

/** Sends to targets, with permissions and dead-letter queues as on AWS. */
export type Deliver = (target: Target, payload: string) => Delivery;

/** The queue, unseen from outside, in which invocations wait. Kept with the others: it outlives the process. */
export const PENDING_QUEUE = 'runtime.pending-invocations';

/** Kinds of target that exist here. */
export const isDeliverable = (arn: string): boolean =>
  arn.startsWith('arn:aws:sqs:') || arn.startsWith('arn:aws:lambda:');

type Refusal = { readonly code: 'NO_PERMISSIONS' | 'NO_RESOURCE'; readonly message: string };

const mayActOn = (target: Target, arn: string, action: string, access: AccessControl): Refusal | undefined => {
  if (target.assumedBy !== undefined) {
    const assumed = access.decide({
      principal: target.assumedBy,
      action: 'sts:AssumeRole',
      resource: target.principal,
    });
    if (!assumed.allowed) return { code: 'NO_PERMISSIONS', message: assumed.reason };
  }
  const account = target.source.split(':')[4] ?? '';
  const context = { 'aws:SourceArn': target.source, 'aws:SourceAccount': account };
  const decision = access.decide({ principal: target.principal, action, resource: arn, context });
  return decision.allowed ? undefined : { code: 'NO_PERMISSIONS', message: decision.reason };
};

/** Attributes that EventBridge adds: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html */
const failureAttributes = (target: Target, refusal: Refusal): MessageAttributes => {
  const text = (StringValue: string) => ({ DataType: 'String', StringValue });
  return {
    RULE_ARN: text(target.source),
    TARGET_ARN: text(target.arn),
    ERROR_CODE: text(refusal.code),
    ERROR_MESSAGE: text(refusal.message),
  };
};

/**
 * The way to targets. Queues here neither throttle nor fail by themselves, so what AWS retries for 24 hours does not
 * arise; what it does not retry (no permission, no such target) goes to the target's dead-letter queue at once.
 */
export const createDelivery = (options: {
  readonly queues: Queues;
  readonly assembly: Assembly;
  readonly access: AccessControl;
  readonly report: Report;
}): Deliver => {
  const { queues, access, report } = options;
  const pending: Queue = queues.create(queueSettings(PENDING_QUEUE, '', { retention: 1_209_600 }));

  const attempt = (target: Target, payload: string): Refusal | undefined => {
    if (target.arn.startsWith('arn:aws:lambda:')) {
      const refusal = mayActOn(target, target.arn, 'lambda:InvokeFunction', access);
      if (refusal !== undefined) return refusal;
      if (options.assembly.byArn(target.arn) === undefined) {
        return { code: 'NO_RESOURCE', message: `There is no function ${target.arn}.` };
      }
      const body: PendingInvocation = { functionArn: target.arn, payload };
      pending.send([{ body: JSON.stringify(body) }]);
      return undefined;
    }
    const queue = queues.byArn(target.arn);
    if (queue === undefined) return { code: 'NO_RESOURCE', message: `There is no queue ${target.arn}.` };
    const refusal = mayActOn(target, target.arn, 'sqs:SendMessage', access);
    if (refusal === undefined) queue.send([{ body: payload }]);
    return refusal;
  };
  const deadLetter = (target: Target, payload: string, refusal: Refusal): Delivery => {
    const failed = `${target.source} cannot deliver to ${target.arn}: ${refusal.code}: ${refusal.message}`;
    const queue = target.deadLetterArn === undefined ? undefined : queues.byArn(target.deadLetterArn);
    if (queue === undefined) {
      report({ level: 'error', part: 'bus', message: `${failed} No dead-letter queue takes the event: it is lost.` });
      return 'dropped';
    }
    const denied = mayActOn(target, queue.settings.arn, 'sqs:SendMessage', access);
    if (denied !== undefined) {
      report({
        level: 'error',
        part: 'bus',
        message: `${failed} Nor to its dead-letter queue: ${denied.message} The event is lost.`,
      });
      return 'dropped';
    }
    queue.send([{ body: payload, attributes: failureAttributes(target, refusal) }]);
    report({ level: 'warn', part: 'bus', message: `${failed} It went to ${target.deadLetterArn}.` });
    return 'dead-lettered';
  };
  return (target, payload) => {
    const refusal = attempt(target, payload);
    return refusal === undefined ? 'accepted' : deadLetter(target, payload, refusal);
  };
};
