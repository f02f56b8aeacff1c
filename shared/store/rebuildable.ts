import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ProjectedName } from '../application/read-after.ts';
import type { Rebuildable } from '../application/rebuild-control.ts';
import type { Filled } from '../application/rebuild-step.ts';
import { fixturesProjection } from '../projections/fixtures.ts';
import { standingsProjection } from '../projections/standings.ts';
import { statisticsProjection } from '../projections/statistics.ts';
import { dynamoDBGenerations } from './dynamodb-generations.ts';
import { dynamoDBRebuildJobs } from './dynamodb-rebuild-jobs.ts';
import { dynamoDBTallyTable } from './dynamodb-tally-table.ts';

/** The table of each read model. */
export type ProjectionTables = Readonly<Record<ProjectedName, string>>;

const PROJECTIONS = {
  fixtures: fixturesProjection,
  standings: standingsProjection,
  statistics: statisticsProjection,
} as const;

/** The register and the rebuild of a read model, in its table. */
export const rebuildableIn = (
  client: DynamoDBDocumentClient,
  tables: ProjectionTables,
  projection: ProjectedName,
): Rebuildable => ({
  projection,
  register: dynamoDBGenerations(client, tables[projection]),
  jobs: dynamoDBRebuildJobs(client, tables[projection]),
});

/** A read model with what fills it. Of which effect its tally is, only its projection knows. */
export const filledIn = (
  client: DynamoDBDocumentClient,
  tables: ProjectionTables,
  projection: ProjectedName,
): Filled<never> => ({
  ...rebuildableIn(client, tables, projection),
  tally: dynamoDBTallyTable(client, tables[projection]),
  projection: PROJECTIONS[projection] as unknown as Filled<never>['projection'],
});
