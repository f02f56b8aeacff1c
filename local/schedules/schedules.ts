import { randomUUID } from 'node:crypto';
import { type Deliver, isDeliverable, type Target } from '../bus/delivery.ts';
import { eventTime } from '../bus/entries.ts';
import { isEnabled, targetsOf } from '../bus/rules.ts';
import { objectAt, textAt } from '../json.ts';
import { type Assembly, type JsonObject, LocalRuntimeError, type MachineClock, type Resource } from '../types.ts';
import { type NextDue, scheduleExpression } from './expression.ts';

/** The schedules of the template, running. */
export interface Schedules {
  /** Looks at the clock: fires what has become due. To be called when the machine's clock was set, moved or released. */
  clockMoved(): void;
  close(): void;
}

interface Schedule {
  readonly arn: string;
  readonly next: NextDue;
  readonly fire: (scheduled: Date) => void;
  due: Date | undefined;
}

/** setTimeout's longest wait; a schedule further away is looked at again then. */
const MAX_TIMEOUT_MS = 2_147_483_647;

const SCHEDULER = 'scheduler.amazonaws.com';

const eventOf = (source: string, arn: string, assembly: Assembly, at: Date): JsonObject => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source,
  account: assembly.account,
  time: eventTime(at),
  region: assembly.region,
  resources: [arn],
  // The Scheduler's own default input has the detail as text, the rule's as an object: both as AWS sends them.
  detail: source === 'aws.scheduler' ? '{}' : {},
});

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html */
const withContext = (input: string, arn: string, scheduled: Date): string =>
  input
    .replaceAll('<aws.scheduler.schedule-arn>', arn)
    .replaceAll('<aws.scheduler.scheduled-time>', eventTime(scheduled))
    .replaceAll('<aws.scheduler.execution-id>', () => randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1');

const ofRule = (rule: Resource, assembly: Assembly, deliver: Deliver, anchor: Date): Schedule => {
  const expression = textAt(rule.properties, 'ScheduleExpression') ?? '';
  const targets = targetsOf(rule);
  return {
    arn: rule.arn,
    next: scheduleExpression(expression, anchor, `Rule ${rule.stack}/${rule.logicalId}`),
    due: undefined,
    fire: scheduled => {
      const event = eventOf('aws.events', rule.arn, assembly, scheduled);
      for (const target of targets) deliver(target, target.payloadOf(event, JSON.stringify(event)));
    },
  };
};

const ofScheduler = (resource: Resource, assembly: Assembly, deliver: Deliver, anchor: Date): Schedule => {
  const owner = `Schedule ${resource.stack}/${resource.logicalId}`;
  const p = resource.properties;
  const zone = textAt(p, 'ScheduleExpressionTimezone') ?? 'UTC';
  if (zone !== 'UTC') throw new LocalRuntimeError(`${owner}: the time zone ${zone} does not run locally; UTC does.`);
  const given = objectAt(p, 'Target');
  const arn = textAt(given, 'Arn') ?? '';
  if (!isDeliverable(arn))
    throw new LocalRuntimeError(`${owner}: the target ${arn} does not run locally; queues and functions do.`);
  const target: Target = {
    arn,
    source: resource.arn,
    principal: textAt(given, 'RoleArn') ?? '',
    assumedBy: SCHEDULER,
    deadLetterArn: textAt(objectAt(given, 'DeadLetterConfig'), 'Arn'),
  };
  const input = textAt(given, 'Input');
  return {
    arn: resource.arn,
    next: scheduleExpression(textAt(p, 'ScheduleExpression') ?? '', anchor, owner),
    due: undefined,
    fire: scheduled => {
      const event = JSON.stringify(eventOf('aws.scheduler', resource.arn, assembly, scheduled));
      deliver(target, input === undefined ? event : withContext(input, resource.arn, scheduled));
    },
  };
};

/**
 * Starts the schedules of the template by the machine's clock. A clock that jumps over several due times fires each
 * schedule once, for the earliest of them: a season in minutes is not to bring a thousand runs of a nightly job at once.
 * @throws LocalRuntimeError for expressions, zones and targets that do not run here.
 */
export const startSchedules = (options: {
  readonly assembly: Assembly;
  readonly clock: MachineClock;
  readonly deliver: Deliver;
}): Schedules => {
  const { assembly, clock, deliver } = options;
  const anchor = clock.now();
  const schedules = [
    ...assembly
      .ofType('AWS::Events::Rule')
      .filter(rule => rule.properties.ScheduleExpression !== undefined && isEnabled(rule))
      .map(rule => ofRule(rule, assembly, deliver, anchor)),
    ...assembly
      .ofType('AWS::Scheduler::Schedule')
      .filter(isEnabled)
      .map(schedule => ofScheduler(schedule, assembly, deliver, anchor)),
  ];
  for (const schedule of schedules) schedule.due = schedule.next(anchor);
  let timer: NodeJS.Timeout | undefined;
  let previous = anchor;

  const fireDue = (schedule: Schedule, now: Date): void => {
    if (schedule.due === undefined || schedule.due > now) return;
    schedule.fire(schedule.due);
    schedule.due = schedule.next(now);
  };
  const look = (): void => {
    const now = clock.now();
    // A clock that was moved back: what is due then is due again.
    if (now < previous) for (const schedule of schedules) schedule.due = schedule.next(now);
    previous = now;
    for (const schedule of schedules) fireDue(schedule, now);
    clearTimeout(timer);
    const next = Math.min(...schedules.map(schedule => schedule.due?.getTime() ?? Number.POSITIVE_INFINITY));
    if (!Number.isFinite(next)) return;
    // While the clock stands still this comes too early, finds nothing due and is harmless; so it waits at least a second.
    timer = setTimeout(look, Math.min(Math.max(1000, next - now.getTime()), MAX_TIMEOUT_MS));
    timer.unref();
  };
  look();
  return { clockMoved: look, close: () => clearTimeout(timer) };
};
