import { describe, expect, it } from 'vitest';
import { follow, waiting } from '../../shared/application/catch-up.ts';
import { CheckpointMismatchError, StaleCheckpointError } from '../../shared/application/checkpoints.ts';
import { ConsumerFailedError, subscribe } from '../../shared/application/subscribe.ts';
import { eventAt, events, idsOf, openSubscribeWorld, TENANT } from './subscribe-world.ts';

describe('a subscription', () => {
  it('sees everything there is, goes on where it ended, and sees what came since', async () => {
    const { log, catchUp } = openSubscribeWorld();
    log.append(...events(1, 250));
    expect(await catchUp()).toEqual(events(1, 250));
    expect(await catchUp()).toEqual([]);
    log.append(...events(251, 253));
    expect(await catchUp()).toEqual(events(251, 253));
  });

  it('sees the types that it asked for, from the instant on', async () => {
    const { log, catchUp } = openSubscribeWorld();
    log.append(eventAt(1, 'match.started'), eventAt(2), eventAt(3, 'match.started'), eventAt(4));
    const { occurredAt: from } = eventAt(3);
    expect(idsOf(await catchUp(undefined, {}, { types: ['match.finished'], from }))).toEqual(['match-a:4']);
    log.append(eventAt(5), eventAt(6, 'match.started'));
    // The instant counts where there is no checkpoint yet.
    expect(idsOf(await catchUp(undefined, {}, { types: ['match.finished'], from: eventAt(9).occurredAt }))).toEqual([
      'match-a:5',
    ]);
  });

  it('refuses to go on from a checkpoint of other types', async () => {
    const { log, catchUp } = openSubscribeWorld();
    log.append(eventAt(1));
    await catchUp(undefined, {}, { types: ['match.finished', 'match.started'] });
    expect(await catchUp(undefined, {}, { types: ['match.started', 'match.finished'] })).toEqual([]);
    for (const types of [undefined, ['match.finished']])
      await expect(catchUp(undefined, {}, { types })).rejects.toThrow(CheckpointMismatchError);
  });

  it('ends after the event at hand, and goes on with the next', async () => {
    const { log, dependencies, catchUp } = openSubscribeWorld();
    log.append(...events(1, 9));
    const ended = new AbortController();
    const seen: string[] = [];
    const subscription = { name: 'mailer', tenantId: TENANT };
    const consume = async ({ id }: { readonly id: string }): Promise<void> => {
      if (id === 'match-a:4') ended.abort();
      seen.push(id);
    };
    await subscribe(
      dependencies(() => {}),
      subscription,
      consume,
      { signal: ended.signal },
    );
    expect(seen).toEqual(idsOf(events(1, 4)));
    log.append(...events(10, 11));
    expect(await catchUp()).toEqual(events(5, 11));
  });

  it('stops when somebody else has taken its checkpoint', async () => {
    const { log, checkpoints, catchUp } = openSubscribeWorld();
    log.append(...events(1, 30));
    const takenAt = async ({ id }: { readonly id: string }): Promise<void> => {
      if (id === 'match-a:15') await checkpoints.claim(TENANT, 'mailer');
    };
    await expect(catchUp(takenAt, { everyEvents: 10 })).rejects.toThrow(StaleCheckpointError);
    expect(await catchUp()).toEqual(events(11, 30));
  });
});

describe('a consumer that fails', () => {
  it('is called again with the same event', async () => {
    const { log, catchUp } = openSubscribeWorld();
    log.append(...events(1, 3));
    let failures = 0;
    const flaky = async ({ id }: { readonly id: string }): Promise<void> => {
      if (id !== 'match-a:2' || failures === 2) return;
      failures += 1;
      throw new Error('busy');
    };
    // Its back-off is not a sleep until the end.
    const ended = new AbortController();
    const calls = await catchUp(
      async event => {
        await flaky(event);
        if (event.id === 'match-a:3') ended.abort();
      },
      { signal: ended.signal },
    );
    expect(idsOf(calls)).toEqual(['match-a:1', 'match-a:2', 'match-a:2', 'match-a:2', 'match-a:3']);
  });

  it('stops the subscription at last, which begins with that event the next time', async () => {
    const { log, catchUp } = openSubscribeWorld();
    log.append(...events(1, 5));
    const cause = new Error('no such player');
    let calls = 0;
    const broken = async ({ id }: { readonly id: string }): Promise<void> => {
      if (id !== 'match-a:3') return;
      calls += 1;
      throw cause;
    };
    const { signal } = new AbortController();
    const error: unknown = await catchUp(broken, { attempts: 3, signal }).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ConsumerFailedError);
    expect(error).toMatchObject({
      message: 'mailer could not handle demo/match-a:3 (match.finished) in 3 attempts',
      event: { id: 'match-a:3' },
      attempts: 3,
      cause,
    });
    expect(calls).toBe(3);
    expect(await catchUp()).toEqual(events(3, 5));
  });

  it('is not called again once the signal came', async () => {
    const { log, catchUp } = openSubscribeWorld();
    log.append(...events(1, 2));
    const failing = async (): Promise<void> => {
      throw new Error('busy');
    };
    // The first back-off brings the signal.
    expect(await catchUp(failing)).toEqual(events(1, 1));
    expect(await catchUp()).toEqual(events(1, 2));
  });
});

describe('the checkpoint is saved', () => {
  it('every so many events, and at the end', async () => {
    const { log, saves, catchUp } = openSubscribeWorld();
    log.append(...events(1, 25));
    await catchUp(undefined, { everyEvents: 10 });
    expect(saves()).toBe(3);
    await catchUp();
    expect(saves()).toBe(3);
  });

  it('every 100 events or 5 seconds, when nothing else is said', async () => {
    const { log, saves, pass, catchUp } = openSubscribeWorld();
    log.append(...events(1, 300));
    await catchUp();
    expect(saves()).toBe(3);
    log.append(...events(301, 303));
    await catchUp(async () => pass(2500));
    expect(saves()).toBe(5);
  });

  it('also when only events of other types came, so that they are not gone through again', async () => {
    const { log, saves, pass, dependencies } = openSubscribeWorld();
    const ended = new AbortController();
    let sleeps = 0;
    const subscription = { name: 'mailer', tenantId: TENANT, types: ['match.started'] };
    const onSleep = (): void => {
      sleeps += 1;
      pass(6000);
      if (sleeps < 4) log.append(eventAt(sleeps));
      if (sleeps === 9) ended.abort();
    };
    await subscribe(dependencies(onSleep), subscription, async () => {}, { signal: ended.signal });
    expect(saves()).toBe(3);
  });
});

describe('following', () => {
  it('pauses longer and longer when nothing comes, and asks often again when something came', async () => {
    const { log } = openSubscribeWorld();
    const ended = new AbortController();
    const pauses: number[] = [];
    const sleep = async (milliseconds: number): Promise<void> => {
      pauses.push(milliseconds);
      if (pauses.length === 7) log.append(eventAt(1));
      if (pauses.length === 10) ended.abort();
    };
    for await (const _ of follow({ index: log.index, sleep }, { tenantId: TENANT }, { signal: ended.signal }));
    expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000, 250, 500, 1000]);
  });

  it('does not begin after the signal', async () => {
    const { log } = openSubscribeWorld();
    log.append(eventAt(1));
    const batches = follow({ index: log.index, ...waiting }, { tenantId: TENANT }, { signal: AbortSignal.abort() });
    expect(await batches.next()).toMatchObject({ done: true });
  });

  it('waits by the clock, and not beyond the signal', async () => {
    const ended = new AbortController();
    const from = performance.now();
    await waiting.sleep(20);
    expect(performance.now() - from).toBeGreaterThan(15);
    setTimeout(() => ended.abort(), 5);
    await waiting.sleep(60_000, ended.signal);
    await waiting.sleep(60_000, ended.signal);
    expect(performance.now() - from).toBeLessThan(20_000);
  });
});
