import { realTime, systemClock } from '../../shared/application/execution.ts';
import { failRebuild, rebuildStep } from '../../shared/application/rebuild-step.ts';
import { sqsRebuildQueue } from '../../shared/bus/sqs-rebuild-queue.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { rebuildingHandler } from '../../shared/lambda/rebuilding-handler.ts';
import { archiveReader } from '../../shared/store/archive-reader.ts';
import { documentClient } from '../../shared/store/client.ts';
import { ledgerReplay } from '../../shared/store/ledger-replay.ts';
import { filledIn } from '../../shared/store/rebuildable.ts';

const client = documentClient();
const tables = {
  fixtures: environment('FIXTURES_TABLE'),
  standings: environment('STANDINGS_TABLE'),
  statistics: environment('STATISTICS_TABLE'),
};
const dependencies = {
  source: ledgerReplay(client, environment('EVENTS_TABLE'), archiveReader(environment('ARCHIVE_BUCKET'))),
  queue: sqsRebuildQueue(environment('REBUILDS_URL')),
  now: systemClock,
  ...realTime,
};

export const handler = rebuildingHandler({
  step: message => rebuildStep(dependencies, filledIn(client, tables, message.projection), message),
  giveUp: (message, reason) =>
    failRebuild(filledIn(client, tables, message.projection), message, { reason, now: systemClock() }),
  maxReceives: Number(environment('MAX_RECEIVES')),
});
