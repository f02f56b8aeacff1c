import { archiveClosed } from '../../shared/application/archive-closed.ts';
import { archivingHandler } from '../../shared/lambda/archiving-handler.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { documentClient } from '../../shared/store/client.ts';
import { hashOf } from '../../shared/store/commit-codec.ts';
import { dynamoDBClosedLedger } from '../../shared/store/dynamodb-closed-ledger.ts';
import { sha256 } from '../../shared/store/hashing.ts';
import { scanLedger } from '../../shared/store/ledger-scan.ts';
import { s3AnchorLog } from '../../shared/store/s3-anchor-log.ts';
import { s3Archive } from '../../shared/store/s3-archive.ts';

const client = documentClient();
const tableName = environment('EVENTS_TABLE');
const archive = s3Archive({ bucket: environment('ARCHIVE_BUCKET') });
const log = s3AnchorLog({ bucket: environment('ANCHORS_BUCKET') });
const days = Number(environment('RETENTION_DAYS'));
const ledger = dynamoDBClosedLedger({ client, tableName, archive });

export const handler = archivingHandler(mayGoOn => {
  const pages = scanLedger(client, tableName, { attributes: ['p', 's'] });
  const retention = { now: new Date().toISOString(), days };
  return archiveClosed({ ledger, archive, log, hashOf, sha256, retention, pages, mayGoOn });
});
