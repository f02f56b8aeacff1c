import { type CompiledPattern, compilePatternText, InvalidPatternError } from '../../patterns/event-pattern.ts';
import { booleanAt, numberAt, objectAt, objectsAt, textAt, textsAt } from '../json.ts';
import { type AccessControl, type Assembly, LocalRuntimeError, type Report, type Resource } from '../types.ts';

/** What queue and stream mappings have in common. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html */
export interface Mapping {
  readonly id: string;
  readonly resource: Resource;
  readonly sourceArn: string;
  readonly functionArn: string;
  /** The function's role, in whose name Lambda reads the source. */
  readonly role: string;
  readonly batchSize: number;
  readonly windowMs: number;
  readonly reportsItemFailures: boolean;
  /** An event that no pattern takes is skipped. No pattern takes everything. */
  readonly filters: readonly CompiledPattern[];
}

/** A running mapping. */
export interface EventSource {
  /** Nothing to read, nothing being handled. */
  readonly idle: boolean;
  /** Ends a batching window that is open: the machine was asked to come to rest. */
  flush(): void;
  close(): Promise<void>;
}

const invalid = (resource: Resource, why: string): LocalRuntimeError =>
  new LocalRuntimeError(`Event source mapping ${resource.stack}/${resource.logicalId}: ${why}`);

/** The function that a property names, by name or by ARN. */
const functionNamed = (assembly: Assembly, resource: Resource): Resource => {
  const named = textAt(resource.properties, 'FunctionName') ?? '';
  const found = assembly.ofType('AWS::Lambda::Function').find(it => it.arn === named || it.name === named);
  if (found === undefined) throw invalid(resource, `there is no function ${named}.`);
  return found;
};

const filtersOf = (resource: Resource): readonly CompiledPattern[] =>
  objectsAt(objectAt(resource.properties, 'FilterCriteria'), 'Filters').map(filter => {
    try {
      return compilePatternText(textAt(filter, 'Pattern') ?? '');
    } catch (cause) {
      if (!(cause instanceof InvalidPatternError)) throw cause;
      throw invalid(resource, `its filter is refused: ${cause.message}`);
    }
  });

/** Limits of https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html */
const checkBatch = (mapping: Mapping): void => {
  const { batchSize, windowMs, resource } = mapping;
  if (batchSize < 1 || batchSize > 10_000) throw invalid(resource, `BatchSize ${batchSize} is not within 1 to 10,000.`);
  if (windowMs < 0 || windowMs > 300_000) throw invalid(resource, 'the batching window is not within 0 to 300 s.');
  if (mapping.sourceArn.startsWith('arn:aws:sqs:') && batchSize > 10 && windowMs < 1000) {
    throw invalid(resource, 'a BatchSize over 10 needs a MaximumBatchingWindowInSeconds of at least 1.');
  }
};

/**
 * The enabled mappings whose source is of this service.
 * @throws LocalRuntimeError for a mapping that CloudFormation would refuse.
 */
export const mappingsOf = (
  assembly: Assembly,
  service: 'sqs' | 'dynamodb',
  defaultBatchSize: number,
): readonly Mapping[] =>
  assembly
    .ofType('AWS::Lambda::EventSourceMapping')
    .filter(resource => booleanAt(resource.properties, 'Enabled') !== false)
    .filter(resource => textAt(resource.properties, 'EventSourceArn')?.startsWith(`arn:aws:${service}:`) === true)
    .map(resource => {
      const p = resource.properties;
      const lambda = functionNamed(assembly, resource);
      const mapping: Mapping = {
        id: `${resource.stack}/${resource.logicalId}`,
        resource,
        sourceArn: textAt(p, 'EventSourceArn') ?? '',
        functionArn: lambda.arn,
        role: textAt(lambda.properties, 'Role') ?? '',
        batchSize: numberAt(p, 'BatchSize') ?? defaultBatchSize,
        windowMs: (numberAt(p, 'MaximumBatchingWindowInSeconds') ?? 0) * 1000,
        reportsItemFailures: textsAt(p, 'FunctionResponseTypes').includes('ReportBatchItemFailures'),
        filters: filtersOf(resource),
      };
      checkBatch(mapping);
      return mapping;
    });

/** Whether the function's role may read the source. If not, AWS would not enable the mapping; it says so here and stays off. */
export const mayRead = (
  mapping: Mapping,
  actions: readonly string[],
  access: AccessControl,
  report: Report,
): boolean => {
  for (const action of actions) {
    const decision = access.decide({ principal: mapping.role, action, resource: mapping.sourceArn });
    if (decision.allowed) continue;
    const message = `Event source mapping ${mapping.id} stays off: ${decision.reason}`;
    report({ level: 'error', part: 'event-sources', message });
    return false;
  }
  return true;
};
