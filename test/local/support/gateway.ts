import { createBus } from '../../../local/bus/bus.ts';
import { createDelivery } from '../../../local/bus/delivery.ts';
import { type DynamoDbClient, dynamoDbClient } from '../../../local/dynamodb/client.ts';
import { type Gateway, startGateway } from '../../../local/gateway/server.ts';
import { createS3Service } from '../../../local/s3/service.ts';
import { createSecretsService } from '../../../local/secrets/service.ts';
import type { Queues } from '../../../local/sqs/queues.ts';
import { createSqsService } from '../../../local/sqs/service.ts';
import type { AccessControl, Assembly, MachineClock } from '../../../local/types.ts';
import { accessExcept, clockAt, memoryQueues } from './machine.ts';

/** A gateway before real services. */
export interface TestGateway extends Gateway {
  readonly queues: Queues;
  /** Tables written to, in order. */
  readonly written: string[];
  readonly reports: string[];
}

/** A gateway whose access keys `role-NAME` stand for roles. */
export const startTestGateway = async (
  assembly: Assembly,
  over: {
    readonly access?: AccessControl;
    readonly clock?: MachineClock;
    readonly dynamodb?: DynamoDbClient;
    readonly secrets?: string;
  } = {},
): Promise<TestGateway> => {
  const { access = accessExcept(), clock = clockAt(), dynamodb = dynamoDbClient('http://127.0.0.1:1') } = over;
  const written: string[] = [];
  const reports: string[] = [];
  const report = ({ message }: { message: string }) => reports.push(message);
  const gateway = await startGateway(0);
  const queues = memoryQueues(assembly, clock);
  const deliver = createDelivery({ queues, assembly, access, report });
  gateway.serve({
    assembly,
    access,
    clock,
    dynamodb,
    sqs: createSqsService(queues, assembly, () => gateway.endpoint),
    events: createBus({ assembly, clock, queues, deliver }).service,
    s3: createS3Service({ assembly, clock }),
    secrets: createSecretsService(assembly, over.secrets),
    roleOf: key => (key.startsWith('role-') ? `arn:aws:iam::111122223333:role/${key.slice(5)}` : undefined),
    written: tables => written.push(...tables),
    report,
    changed: () => {},
  });
  return Object.assign(gateway, { queues, written, reports });
};
