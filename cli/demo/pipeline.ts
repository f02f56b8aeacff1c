import { routesOf } from '../../local/http-api/routes.ts';
import type { Queue } from '../../local/sqs/queue.ts';
import type { LocalStack } from '../../local/stack.ts';
import type { JsonObject, Resource } from '../../local/types.ts';

/** A handler of the bus, with its queue and where go the messages that it cannot handle. */
export interface HandlerStep {
  readonly handler: string;
  readonly functionName: string;
  readonly queue: Queue;
  readonly deadLetters: Queue | undefined;
}

/** What a fact passes on its way, by the template. */
export interface Pipeline {
  /** Functions that answer requests. */
  readonly api: readonly string[];
  /** Functions that read the stream of a table, by the name of their handler. */
  readonly streams: ReadonlyMap<string, string>;
  readonly handlers: readonly HandlerStep[];
  /** The table of events. */
  readonly ledger: string;
}

const handlerNameOf = ({ properties, logicalId }: Resource): string => {
  const variables = (properties.Environment as JsonObject | undefined)?.Variables as JsonObject | undefined;
  return String(variables?.HANDLER_NAME ?? logicalId);
};

/** Reads it out of the template, in the order in which that has it. */
export const pipelineOf = ({ assembly, queues }: Pick<LocalStack, 'assembly' | 'queues'>): Pipeline => {
  const functions = assembly.ofType('AWS::Lambda::Function');
  const mappings = assembly.ofType('AWS::Lambda::EventSourceMapping').flatMap(({ properties }) => {
    const named = String(properties.FunctionName);
    const lambda = functions.find(({ name, arn }) => name === named || arn === named);
    return lambda ? [{ source: String(properties.EventSourceArn), lambda, handler: handlerNameOf(lambda) }] : [];
  });
  const targets = new Set(
    assembly.ofType('AWS::Events::Rule').flatMap(({ properties }) => {
      const own = properties.EventPattern === undefined ? [] : ((properties.Targets ?? []) as readonly JsonObject[]);
      return own.map(({ Arn }) => String(Arn));
    }),
  );
  const called = new Set(
    assembly
      .ofType('AWS::ApiGatewayV2::Api')
      .flatMap(api => routesOf(api, assembly).map(({ functionArn }) => functionArn)),
  );
  const [table] = assembly.ofType('AWS::DynamoDB::GlobalTable').filter(it => it.logicalId.startsWith('Events'));
  return {
    api: functions.filter(({ arn }) => called.has(arn)).map(({ name }) => name),
    streams: new Map(
      mappings.flatMap(({ source, lambda, handler }) =>
        source.includes(':dynamodb:') ? [[handler, lambda.name] as const] : [],
      ),
    ),
    handlers: mappings.flatMap(({ source, lambda, handler }) => {
      const queue = targets.has(source) ? queues.byArn(source) : undefined;
      if (queue === undefined) return [];
      const deadLetters = queues.byArn(queue.settings.redrive?.deadLetterArn ?? '');
      return [{ handler, functionName: lambda.name, queue, deadLetters }];
    }),
    ledger: table?.name ?? '',
  };
};
