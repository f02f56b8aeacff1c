import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { type ApiClient, apiClient } from '../../cli/api-client.ts';
import { operatorClient, operatorConfig } from '../../cli/ledger/deployment.ts';
import { type Ledger, readLedger } from '../../cli/season/ledger.ts';
import { type Caller, localTokens } from '../../cli/tokens.ts';
import { type LocalStack, startLocalStack } from '../../local/stack.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { sharedAssembly } from '../support/shared.ts';

/** The project's root. */
export const ROOT = join(import.meta.dirname, '../..');

/** For waits on a machine that others load: nothing here is about speed. */
export const PATIENCE_MS = 120_000;

/** A new folder under the system's temporary one; whoever makes it removes it. */
export const scratch = (): string => mkdtempSync(join(tmpdir(), 'matchday-e2e-'));

/** A copy of the product's template, synthesized as `npm start` does it. */
export const synthesize = async (): Promise<string> => {
  const folder = scratch();
  await cp(await sharedAssembly(), folder, { recursive: true });
  return folder;
};

/** A resource of a synthesized template, as JSON that may be edited. */
export interface EditableResource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly Metadata?: Record<string, unknown>;
}

/** Finds the one resource of this type whose logical id begins like this. */
export type Find = (type: string, logicalId: string) => EditableResource;

/** A copy of an assembly in which somebody made mistakes. */
export const sabotaged = async (assembly: string, sabotage: (find: Find) => void): Promise<string> => {
  const folder = scratch();
  await cp(assembly, folder, { recursive: true });
  const files = readdirSync(folder).filter(name => name.endsWith('.template.json'));
  const templates = files.map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Template);
  sabotage((type, logicalId) => {
    const found = templates
      .flatMap(template => Object.entries(template.Resources))
      .filter(([id, resource]) => resource.Type === type && id.startsWith(logicalId));
    const [one, another] = found;
    if (one === undefined || another !== undefined) throw new Error(`${found.length} resources are ${logicalId}`);
    return one[1];
  });
  for (const [index, name] of files.entries()) writeFileSync(join(folder, name), JSON.stringify(templates[index]));
  return folder;
};

interface Template {
  readonly Resources: Record<string, EditableResource>;
}

/** Tables of the data stack, by the beginning of their logical id. */
type Table = 'Events' | 'Standings' | 'Statistics' | 'Inbox' | 'Audit' | 'Keys';

/** A line of the audit. */
export interface AuditLine {
  /** `tenant#event id` */
  readonly p: string;
  /** The handler. */
  readonly s: string;
  readonly status: string;
  readonly reason?: string;
  readonly error?: string;
}

/** A running stack, and what a test asks of it. */
export interface TestStack extends AsyncDisposable {
  readonly stack: LocalStack;
  readonly api: ApiClient;
  readonly apiUrl: string;
  /** The headers with which a caller is known. */
  readonly as: (caller: Caller) => Promise<{ readonly authorization: string }>;
  /** Every event that went over the bus, in order, repetitions included. */
  readonly published: readonly Envelope[];
  /** What the runtime told the operator. */
  readonly reports: readonly string[];
  /** What functions printed. */
  readonly logs: readonly string[];
  readonly setClock: (instant: string) => void;
  readonly settled: () => Promise<void>;
  readonly ledger: () => Promise<Ledger>;
  readonly scan: <T>(table: Table) => Promise<readonly T[]>;
  /** `event id handler: status`, sorted, of this tenant. */
  readonly outcomes: (tenant: string) => Promise<readonly string[]>;
}

/** Runs an assembly of the product: failures are tried again at once, and nothing outlives it unless it has a data folder. */
export const openStack = async (assembly: string, options: { readonly dataDir?: string } = {}): Promise<TestStack> => {
  const reports: string[] = [];
  const logs: string[] = [];
  const stack = await startLocalStack({
    assembly,
    root: ROOT,
    retryDelaySeconds: 0,
    ...options,
    report: ({ level, part, message }) => reports.push(`${level} ${part}: ${message}`),
    log: (functionName, line) => logs.push(`${functionName}: ${line}`),
  });
  const published: Envelope[] = [];
  stack.bus.observe(event => published.push(event.detail as unknown as Envelope));
  const [apiUrl = ''] = Object.values(stack.apiUrls);
  const [userPoolUrl = ''] = Object.values(stack.userPoolUrls);
  const tokens = localTokens(userPoolUrl);
  const client = operatorClient(stack.endpoint);
  const tableName = (table: Table): string =>
    stack.assembly.ofType('AWS::DynamoDB::GlobalTable').find(({ logicalId }) => logicalId.startsWith(table))?.name ??
    '';
  const scan = async <T>(table: Table): Promise<readonly T[]> => {
    const items: T[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await client.send(new ScanCommand({ TableName: tableName(table), ExclusiveStartKey }));
      items.push(...((page.Items ?? []) as T[]));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return items;
  };
  return {
    stack,
    api: apiClient(apiUrl, tokens),
    apiUrl,
    as: async caller => ({ authorization: `Bearer ${await tokens(caller)}` }),
    published,
    reports,
    logs,
    setClock: instant => stack.clock.set(new Date(instant)),
    settled: () => stack.settled({ timeoutMs: PATIENCE_MS }),
    ledger: () => readLedger(stack, new Set(published.map(({ tenantId, id }) => `${tenantId}#${id}`))),
    scan,
    outcomes: async tenant =>
      (await scan<AuditLine>('Audit'))
        .filter(({ p }) => p.startsWith(`${tenant}#`))
        .map(({ p, s, status }) => `${p.slice(tenant.length + 1)} ${s}: ${status}`)
        .sort(),
    [Symbol.asyncDispose]: async () => {
      client.destroy();
      await stack.stop();
    },
  };
};

/** Removes folders that a test made. */
export const remove = async (...folders: readonly (string | undefined)[]): Promise<void> => {
  for (const folder of folders) if (folder !== undefined) await rm(folder, { recursive: true, force: true });
};

/** SDK settings of the person at the machine, who may do everything. */
export const operator = ({ stack }: Pick<TestStack, 'stack'>) => operatorConfig(stack.endpoint);
