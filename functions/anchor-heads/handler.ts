import { anchorHeads } from '../../shared/application/anchor-heads.ts';
import { anchoringHandler } from '../../shared/lambda/anchoring-handler.ts';
import { environment } from '../../shared/lambda/environment.ts';
import { documentClient } from '../../shared/store/client.ts';
import { sha256 } from '../../shared/store/hashing.ts';
import { scanLedger } from '../../shared/store/ledger-scan.ts';
import { s3AnchorLog } from '../../shared/store/s3-anchor-log.ts';

const client = documentClient();
const tableName = environment('EVENTS_TABLE');
const log = s3AnchorLog({ bucket: environment('ANCHORS_BUCKET') });

export const handler = anchoringHandler(() =>
  anchorHeads({
    log,
    sha256,
    ledger: scanLedger(client, tableName, { attributes: ['p', 's', 'n', 'h'] }),
    now: () => new Date(),
  }),
);
