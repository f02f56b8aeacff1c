import { expect, it } from 'vitest';
import { runCommand } from './command.ts';
import { type Find, PATIENCE_MS, type TestStack } from './harness.ts';
import type { TestQueues } from './queues.ts';
import { result, worldOf } from './world.ts';

/** An outbox that gives up what it cannot publish at once: as one does on AWS after 23 hours of trying. */
export const impatientOutbox = (find: Find): void => {
  const mapping = find('AWS::Lambda::EventSourceMapping', 'OutboxHandlerFunction');
  Object.assign(mapping.Properties, { MaximumRetryAttempts: 0, BisectBatchOnFunctionError: false });
};

const reconcile = (open: TestStack, ...args: readonly string[]) => runCommand(open, 'reconcile', args);

/** What the sweeper counted, by its metrics. */
const counted = (lines: readonly string[]): readonly number[] =>
  lines.flatMap(line => {
    const [, count] = /"storedNotPublished":(\d+)/.exec(line) ?? [];
    return count === undefined ? [] : [Number(count)];
  });

const TENANT = 'outage';

/** What is stored while nothing can be published is lost to the outbox; then a person and the sweeper publish it. */
export const outageStory = (running: () => { readonly open: TestStack; readonly queues: TestQueues }): void => {
  const idsOf = ({ published }: TestStack): readonly string[] =>
    published.filter(({ tenantId }) => tenantId === TENANT).map(({ id }) => id);

  it('is in no read model, and the books show it', { timeout: PATIENCE_MS }, async () => {
    const { open, queues } = running();
    const world = worldOf(open, TENANT);
    open.stack.bus.inject({ kind: 'fail', count: Number.POSITIVE_INFINITY });
    open.setClock('2031-03-31T12:00:00.000Z');
    await world.schedule('m', '2031-03-31T15:00:00.000Z');
    open.setClock('2031-03-31T13:00:00.000Z');
    await world.predict('ann', 'm', 1, 0);
    await world.predict('ben', 'm', 0, 1);
    open.setClock('2031-03-31T17:00:00.000Z');
    await world.match('m', 'finish', { result: result(1, 0) });
    await open.settled();
    open.stack.bus.inject({ kind: 'fail', count: 0 });
    expect((await queues.drain('OutboxAbandoned')).length).toBeGreaterThan(0);
    expect(idsOf(open)).toEqual([]);
    expect(await world.standings()).toEqual([]);
    const { code, output } = await reconcile(open);
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(
        /^(\d+) commits are stored: \d+ published, 0 in quarantine, 4 missing\.\n(MISSING .*\n){4}$/,
      ),
    ]);
    expect(output).toContain(`MISSING ${TENANT}#match-m match-m:000000002\n`);
  });

  it('is published by a command, as far as it is asked for', { timeout: PATIENCE_MS }, async () => {
    const { open } = running();
    const { code, output } = await reconcile(open, '--repair', '--until', '2031-03-31T12:30:00.000Z');
    expect([code, output]).toEqual([0, expect.stringContaining('Now published, or put into quarantine: 1.')]);
    expect(output).toMatch(/ 1 missing\.[\s\S]+ 0 missing\./);
    expect(idsOf(open)).toEqual(['match-m:1']);
  });

  it('is counted and published by the sweeper, and then all read models are right', {
    timeout: PATIENCE_MS,
  }, async () => {
    const { open } = running();
    const before = open.logs.length;
    // The next time that a sweep is due.
    open.setClock('2031-04-01T05:00:00.000Z');
    await open.settled();
    const logs = open.logs.slice(before);
    expect(counted(logs)).toEqual([3]);
    expect(logs.find(line => line.includes('commits were stored and not published'))).toMatch(/^[^:]*Reconciliation/);
    expect(idsOf(open).slice(0, 4).toSorted()).toEqual([
      'match-m:1',
      'match-m:2',
      'prediction-m.ann:1',
      'prediction-m.ben:1',
    ]);
    expect(await worldOf(open, TENANT).standings()).toEqual(['1. ann 4 (1/0/0/0/0) 0 0', '2. ben 0 (0/0/0/0/1) 0 0']);
    const { stored, published } = await open.ledger();
    expect(published).toBe(stored);
  });
};
