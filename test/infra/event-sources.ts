import { functionsOf, type Resource, type Synthesized } from './stage.ts';

export const DAY = 24 * 60 * 60;

/** Functions that take events from a queue of their own, to which a rule sends. */
export const SUBSCRIBERS = [
  'catch-unrouted',
  'fan-out-webhooks',
  'notify',
  'project-fixtures',
  'project-standings',
  'push-live',
  'record-analytics',
  'score-predictions',
];

/** They feed on queues that no rule sends to. */
export const DELIVERER = 'deliver-webhooks';
export const REBUILDER = 'rebuild-projections';
export const FED_BY_US = [DELIVERER, REBUILDER] as const;

export const mappingsOf = ({ main }: Synthesized): readonly Resource[] =>
  main.ofType('AWS::Lambda::EventSourceMapping');

/** The mapping between a function and its queue or stream. */
export const mappingOf = (stage: Synthesized, folder: string): Resource => {
  const handler = functionsOf(stage).get(folder);
  const own = mappingsOf(stage).filter(({ properties }) => stage.target(properties.FunctionName) === handler?.id);
  if (own.length !== 1 || !own[0]) throw new Error(`${folder} has ${own.length} event sources`);
  return own[0];
};

/** The queue or the stream that a function feeds on. */
export const sourceOf = (stage: Synthesized, folder: string): string =>
  stage.target(mappingOf(stage, folder).properties.EventSourceArn);
