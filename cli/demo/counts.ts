import type { Counts, HandlerCounts } from '../../client/demo.ts';
import type { Queue } from '../../local/sqs/queue.ts';
import type { LocalStack } from '../../local/stack.ts';
import type { Pipeline } from './pipeline.ts';

const messagesIn = (queue: Queue | undefined): number => {
  if (queue === undefined) return 0;
  const { visible, inFlight, delayed } = queue.depth;
  return visible + inFlight + delayed;
};

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

/** Counts from now on; what lies in queues already was delivered before. */
export const countsOf = (
  stack: Pick<LocalStack, 'statistics'>,
  { api, handlers, ledger }: Pipeline,
): (() => Counts) => {
  const lying = (): number => sum(handlers, ({ queue, deadLetters }) => messagesIn(queue) + messagesIn(deadLetters));
  const before = lying();
  return () => {
    const { functions, bus, tables } = stack.statistics();
    const own = handlers.map(
      ({ handler, functionName, queue, deadLetters }): HandlerCounts => ({
        handler,
        invocations: functions[functionName]?.invocations ?? 0,
        failures: functions[functionName]?.failures ?? 0,
        waiting: messagesIn(queue),
        deadLetters: messagesIn(deadLetters),
      }),
    );
    return {
      requests: sum(api, name => functions[name]?.invocations ?? 0),
      stored: tables[ledger]?.writes ?? 0,
      published: bus.entries,
      delivered: bus.delivered,
      handled: Math.max(0, before + bus.delivered - lying()),
      waiting: sum(own, ({ waiting }) => waiting),
      deadLetters: sum(own, ({ deadLetters }) => deadLetters),
      handlers: own,
    };
  };
};
