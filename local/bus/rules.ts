import { type CompiledPattern, compilePattern, InvalidPatternError } from '../../patterns/event-pattern.ts';
import { busArnOf } from '../gateway/service-access.ts';
import { isObject, listAt, objectAt, objectsAt, textAt } from '../json.ts';
import { type Assembly, type Json, type JsonObject, LocalRuntimeError, type Resource } from '../types.ts';
import { isDeliverable, type Target } from './delivery.ts';

/** A rule's target and what of the event it is sent. */
export interface RuleTarget extends Target {
  readonly payloadOf: (event: JsonObject, serialized: string) => string;
}

/** An enabled rule with an event pattern. */
export interface Rule {
  readonly arn: string;
  readonly busArn: string;
  readonly pattern: CompiledPattern;
  readonly targets: readonly RuleTarget[];
}

const SERVICE = 'events.amazonaws.com';

const refuse = (rule: Resource, why: string): never => {
  throw new LocalRuntimeError(`Rule ${rule.stack}/${rule.logicalId}: ${why}`);
};

/** `$.detail.id`: keys only, as rules usually have it. */
const pathReader = (path: string, rule: Resource): ((event: JsonObject) => Json) => {
  if (!/^\$(\.[\w-]+)*$/.test(path))
    return refuse(rule, `the InputPath ${path} does not run locally; keys only, such as $.detail.id.`);
  const keys = path.split('.').slice(1);
  return event => keys.reduce<Json>((value, key) => (isObject(value) ? (value[key] ?? null) : null), event);
};

const payloadReader = (target: JsonObject, rule: Resource): RuleTarget['payloadOf'] => {
  if (target.InputTransformer !== undefined) return refuse(rule, 'an InputTransformer does not run locally.');
  const input = textAt(target, 'Input');
  if (input !== undefined) return () => input;
  const path = textAt(target, 'InputPath');
  if (path === undefined) return (_event, serialized) => serialized;
  const read = pathReader(path, rule);
  return event => JSON.stringify(read(event));
};

/**
 * The targets of a rule.
 * @throws LocalRuntimeError for kinds of target or input that do not run here.
 */
export const targetsOf = (rule: Resource): readonly RuleTarget[] =>
  objectsAt(rule.properties, 'Targets').map(target => {
    const arn = textAt(target, 'Arn') ?? '';
    if (!isDeliverable(arn)) refuse(rule, `the target ${arn} does not run locally; queues and functions do.`);
    const role = textAt(target, 'RoleArn');
    return {
      arn,
      source: rule.arn,
      ...(role === undefined ? { principal: SERVICE } : { principal: role, assumedBy: SERVICE }),
      deadLetterArn: textAt(objectAt(target, 'DeadLetterConfig'), 'Arn'),
      payloadOf: payloadReader(target, rule),
    };
  });

const compile = (rule: Resource): CompiledPattern => {
  const given = rule.properties.EventPattern;
  try {
    return compilePattern(typeof given === 'string' ? (JSON.parse(given) as Json) : (given ?? null));
  } catch (cause) {
    if (!(cause instanceof InvalidPatternError || cause instanceof SyntaxError)) throw cause;
    throw new LocalRuntimeError(
      `Rule ${rule.stack}/${rule.logicalId} has an event pattern that EventBridge refuses: ${cause.message}`,
      { cause },
    );
  }
};

/** Whether a rule is switched on. */
export const isEnabled = (rule: Resource): boolean => textAt(rule.properties, 'State') !== 'DISABLED';

/**
 * The enabled rules that wait for events.
 * @throws LocalRuntimeError for a pattern that EventBridge refuses, or a target that does not run here.
 */
export const rulesOf = (assembly: Assembly): readonly Rule[] =>
  assembly
    .ofType('AWS::Events::Rule')
    .filter(rule => rule.properties.EventPattern !== undefined && isEnabled(rule))
    .map(rule => ({
      arn: rule.arn,
      busArn: busArnOf(textAt(rule.properties, 'EventBusName'), assembly),
      pattern: compile(rule),
      targets: listAt(rule.properties, 'Targets').length === 0 ? [] : targetsOf(rule),
    }));
