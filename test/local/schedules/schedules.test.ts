import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDelivery } from '../../../local/bus/delivery.ts';
import { scheduleExpression } from '../../../local/schedules/expression.ts';
import { type Schedules, startSchedules } from '../../../local/schedules/schedules.ts';
import { LocalRuntimeError, type Resource } from '../../../local/types.ts';
import { accessExcept, arn, assemblyOf, clockAt, memoryQueues, queueResource, resource } from '../support/machine.ts';

const dueAfter = (expression: string, ...instants: string[]) => {
  const next = scheduleExpression(expression, new Date('2024-01-01T00:00:00Z'), 'test');
  return instants.map(instant => next(new Date(instant))?.toISOString());
};

describe('a schedule expression', () => {
  it.each([
    ['rate(5 minutes)', '2024-01-01T00:00:00Z', '2024-01-01T00:05:00.000Z'],
    ['rate(1 hour)', '2024-01-01T07:30:00Z', '2024-01-01T08:00:00.000Z'],
    ['rate(2 days)', '2024-01-02T00:00:00Z', '2024-01-03T00:00:00.000Z'],
    ['at(2024-05-01T10:00:00)', '2024-01-01T00:00:00Z', '2024-05-01T10:00:00.000Z'],
    ['at(2024-05-01T10:00:00)', '2024-05-01T10:00:00Z', undefined],
    ['cron(0/15 * * * ? *)', '2024-01-01T10:15:00Z', '2024-01-01T10:30:00.000Z'],
    ['cron(30 8 ? * MON-FRI *)', '2024-01-05T09:00:00Z', '2024-01-08T08:30:00.000Z'],
    ['cron(0 0 29 FEB ? *)', '2024-03-01T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['cron(59 23 31 12 ? 2025)', '2024-01-01T00:00:00Z', '2025-12-31T23:59:00.000Z'],
    ['cron(0 12 ? * 1,7 *)', '2024-01-05T00:00:00Z', '2024-01-06T12:00:00.000Z'],
  ])('%s after %s is due at %s', (expression, after, due) => {
    expect(dueAfter(expression, after)).toEqual([due]);
  });

  it.each(['rate(0 minutes)', 'rate(5 weeks)', 'cron(0 12 * *)', 'cron(0 12 L * ? *)', 'cron(61 * * * ? *)', 'often'])(
    '%s is refused',
    expression => {
      expect(() => dueAfter(expression)).toThrow(LocalRuntimeError);
    },
  );
});

describe('schedules', () => {
  let schedules: Schedules | undefined;
  afterEach(() => {
    schedules?.close();
    vi.useRealTimers();
  });

  const role = arn('iam', 'role/scheduler');
  const scheduled = (properties = {}): Resource =>
    resource(
      'AWS::Scheduler::Schedule',
      'hourly',
      {
        ScheduleExpression: 'rate(1 hour)',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: arn('sqs', 'work'), RoleArn: role },
        ...properties,
      },
      arn('scheduler', 'schedule/default/hourly'),
    );
  const rule = resource(
    'AWS::Events::Rule',
    'nightly',
    { ScheduleExpression: 'cron(0 3 * * ? *)', Targets: [{ Id: 'work', Arn: arn('sqs', 'work') }] },
    arn('events', 'rule/nightly'),
  );
  const start = (what: Resource, access = accessExcept(), clock = clockAt('2024-01-01T00:00:00Z')) => {
    const assembly = assemblyOf(queueResource('work'), queueResource('dead'), what);
    const queues = memoryQueues(assembly);
    const deliver = createDelivery({ queues, assembly, access, report: () => {} });
    const running = startSchedules({ assembly, clock, deliver });
    schedules = running;
    const moveTo = (instant: string) => {
      clock.set(new Date(instant));
      running.clockMoved();
    };
    const bodies = (name = 'work') => (queues.byName(name)?.receive(10) ?? []).map(message => JSON.parse(message.body));
    return { moveTo, bodies };
  };

  it('fire once when the clock is moved over several due times', () => {
    const { moveTo, bodies } = start(rule);
    moveTo('2024-01-01T02:59:59Z');
    expect(bodies()).toEqual([]);
    moveTo('2024-01-03T04:00:00Z');
    expect(bodies()).toEqual([
      {
        version: '0',
        id: expect.any(String),
        'detail-type': 'Scheduled Event',
        source: 'aws.events',
        account: '111122223333',
        time: expect.stringMatching(/T03:00:00Z$/),
        region: 'eu-central-1',
        resources: [arn('events', 'rule/nightly')],
        detail: {},
      },
    ]);
    moveTo('2024-01-03T05:00:00Z');
    expect(bodies()).toEqual([]);
  });

  it('fill in the context of their input', () => {
    const Input = '{"at":"<aws.scheduler.scheduled-time>","who":"<aws.scheduler.schedule-arn>"}';
    const { moveTo, bodies } = start(scheduled({ Target: { Arn: arn('sqs', 'work'), RoleArn: role, Input } }));
    moveTo('2024-01-01T01:00:00Z');
    expect(bodies()).toEqual([{ at: '2024-01-01T01:00:00Z', who: arn('scheduler', 'schedule/default/hourly') }]);
  });

  it.each(['sts:AssumeRole', 'sqs:SendMessage'])('need %s', denied => {
    const { moveTo, bodies } = start(scheduled(), accessExcept(denied));
    moveTo('2024-01-01T01:00:00Z');
    expect(bodies()).toEqual([]);
  });

  it('follow the wall clock while the clock is the real one', () => {
    vi.useFakeTimers({ now: new Date('2024-01-01T00:00:00Z') });
    const { bodies } = start(scheduled(), accessExcept(), clockAt());
    vi.advanceTimersByTime(3_599_000);
    expect(bodies()).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(bodies()).toHaveLength(1);
  });

  it('do not run when they are disabled, and are refused in other time zones', () => {
    const { moveTo, bodies } = start(scheduled({ State: 'DISABLED' }));
    moveTo('2024-01-02T00:00:00Z');
    expect(bodies()).toEqual([]);
    expect(() => start(scheduled({ ScheduleExpressionTimezone: 'Europe/Berlin' }))).toThrow(/time zone Europe\/Berlin/);
  });
});
