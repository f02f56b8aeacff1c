import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { attachMeter, type Meter } from './meter.ts';
import type { BenchEvent } from './subject.ts';
import * as ours from './subject.ts';

/** An event store as the harness knows it. */
export interface Store {
  append(id: string, expectedVersion: number, events: readonly BenchEvent[]): Promise<number>;
  load(id: string): Promise<{ readonly version: number }>;
  isConflict(error: unknown): boolean;
}

/** A subject on a table of its own, with a meter on its client. */
export interface Subject {
  readonly label: string;
  readonly store: Store;
  readonly meter: Meter;
  readonly client: DynamoDBClient;
}

interface SubjectModule {
  readonly label: string;
  readonly tables: (tableName: string) => readonly CreateTableCommandInput[];
  readonly create: (given: { readonly client: DynamoDBClient; readonly tableName: string }) => Store;
}

/** What the harness of the others exports: its meter applies AWS's rule to transactions, for which DynamoDB Local answers a constant. */
interface Harness {
  readonly attachMeter: (client: DynamoDBClient, options: object) => Meter;
  readonly newClient: (endpoint: string) => DynamoDBClient & {
    createTable(input: CreateTableCommandInput): Promise<unknown>;
  };
}

const newClient = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

/** Ours. `newTable` creates it. */
export const ourSubject = async (
  endpoint: string,
  tableName: string,
  newTable: (client: DynamoDBClient, input: CreateTableCommandInput) => Promise<unknown>,
): Promise<Subject> => {
  const client = newClient(endpoint);
  for (const input of ours.tables(tableName)) await newTable(client, input);
  return { label: ours.label, store: ours.create({ client, tableName }), meter: attachMeter(client), client };
};

const indexKeys = (inputs: readonly CreateTableCommandInput[]) =>
  Object.fromEntries(
    inputs.map(({ TableName, KeySchema = [], GlobalSecondaryIndexes = [] }) => [
      TableName,
      {
        primary: KeySchema.map(({ AttributeName }) => AttributeName),
        secondary: GlobalSecondaryIndexes.map(index => index.KeySchema?.[0]?.AttributeName),
      },
    ]),
  );

/** Whether a folder holds the others and what they need. */
export const hasPeers = (folder: string): boolean =>
  existsSync(join(folder, 'harness.mjs')) && existsSync(join(folder, 'node_modules', '@castore', 'core'));

/** One of the others, from the folder of their harness; `env` is what it reads its options from. */
export const peerSubject = async (
  endpoint: string,
  folder: string,
  name: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Subject> => {
  Object.assign(process.env, env);
  const harness = (await import(pathToFileURL(join(folder, 'harness.mjs')).href)) as Harness;
  const file = pathToFileURL(join(folder, 'subjects', `${name}.mjs`)).href;
  const module = (await import(`${file}?${new URLSearchParams(env)}`)) as SubjectModule;
  const tableName = `${name}-${Object.values(env).join('-') || 'default'}`;
  const inputs = module.tables(tableName);
  const client = harness.newClient(endpoint);
  for (const input of inputs) await client.createTable(input);
  const meter = harness.attachMeter(client, { shadow: harness.newClient(endpoint), indexKeys: indexKeys(inputs) });
  return { label: module.label, store: module.create({ client, tableName }), meter, client };
};
