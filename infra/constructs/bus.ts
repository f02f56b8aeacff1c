import { type CfnRule, EventBus, type EventPattern, Match, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Route, Subscription, TypePattern } from '../../shared/events/subscription.ts';

/** What the outbox says of itself on the bus (EVENT_SOURCE). */
const SOURCE = 'matchday';

const isPrefix = (type: TypePattern): boolean => type.endsWith('.*');

const detailType = (types: readonly TypePattern[]): string[] => [
  ...types.filter(type => !isPrefix(type)),
  ...types.filter(isPrefix).flatMap(type => Match.prefix(type.slice(0, -1))),
];

const patternOf = ({ types, filter }: Route): EventPattern => ({
  source: [SOURCE],
  detailType: detailType(types),
  ...(filter && { detail: filter }),
});

/** The patterns of the default route: a type that nobody names, or a stranger's event. `prefix.*` is a wildcard as it stands. */
const otherwisePatterns = (named: readonly TypePattern[]): EventPattern[] => [
  { source: [SOURCE], detailType: Match.anythingButWildcard(...named) },
  { source: Match.anythingBut(SOURCE) },
];

/** Who listens: a subscription with the queue its events go to, and where they go when the queue cannot take them. */
export interface Listener {
  readonly name: string;
  readonly routes: Subscription['routes'];
  readonly outbound: boolean;
  readonly queue: IQueue;
  readonly undelivered: IQueue;
}

/** The bus, and the rules that route its events. */
export class Bus extends Construct {
  readonly eventBus: EventBus;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.eventBus = new EventBus(this, 'EventBus');
  }

  /** One rule for each route of each listener; the default route takes what no route names. */
  route(listeners: readonly Listener[]): void {
    const named = [
      ...new Set(
        listeners
          .flatMap(({ routes, outbound }) => (routes === 'otherwise' || outbound ? [] : routes))
          .flatMap(({ types }) => types),
      ),
    ];
    for (const listener of listeners) {
      const { routes } = listener;
      const patterns = routes === 'otherwise' ? otherwisePatterns(named) : routes.map(patternOf);
      for (const [index, eventPattern] of patterns.entries()) this.rule(listener, index, eventPattern);
    }
  }

  private rule({ name, outbound, queue, undelivered }: Listener, index: number, eventPattern: EventPattern): void {
    const rule = new Rule(this, `${name}-${index}`, {
      eventBus: this.eventBus,
      description: `${name}, route ${index}`,
      eventPattern,
      targets: [new SqsQueue(queue, { deadLetterQueue: undelivered })],
    });
    // What an archive replays has been outside before. CDK's patterns do not know the field.
    if (outbound)
      (rule.node.defaultChild as CfnRule).addPropertyOverride('EventPattern.replay-name', [{ exists: false }]);
  }
}
