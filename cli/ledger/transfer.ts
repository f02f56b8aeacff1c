import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { ArchiveReader } from '../../shared/application/archive.ts';
import { startOf } from '../../shared/application/event-store.ts';
import { splitKey } from '../../shared/store/commit-keys.ts';
import { dynamoDBTable } from '../../shared/store/dynamodb-event-store.ts';
import { readOnce, withArchived } from '../../shared/store/fill-gaps.ts';
import { scanLedger } from '../../shared/store/ledger-scan.ts';
import type { ExportedLedger } from '../../shared/store/tenant-export.ts';
import type { ImportingLedger } from '../../shared/store/tenant-import.ts';
import type { ExportFiles } from '../../shared/store/tenant-manifest.ts';
import type { OpenLedger } from './open.ts';

/** The files of an export in a folder, which is made when something is written. A file is there whole or not at all. */
export const folderFiles = (folder: string): ExportFiles => ({
  read: async file => {
    try {
      return await readFile(join(folder, file));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  },
  write: async (file, bytes) => {
    await mkdir(folder, { recursive: true });
    const unfinished = join(folder, `.${file}`);
    await writeFile(unfinished, bytes);
    await rename(unfinished, join(folder, file));
  },
});

type Reading = Pick<OpenLedger, 'client' | 'table'> & { readonly archive?: ArchiveReader };

/** A ledger on DynamoDB to export from. Its keys are scanned, and its partitions read one after another. */
export const exportedLedger = ({ client, table, archive }: Reading): ExportedLedger => {
  const commits = dynamoDBTable(client as unknown as DynamoDBClient, table);
  return {
    partitions: async tenantId => {
      const found = new Set<string>();
      for await (const items of scanLedger(client, table, { tenantId, attributes: ['p'] }))
        for (const { p } of items) found.add(p);
      return found;
    },
    whole: async p => {
      const items = await commits.read(p);
      const once = archive && readOnce(archive);
      const streams = Map.groupBy(items, item => splitKey(item).stream.name).values();
      const whole = [];
      for (const own of streams) {
        const { tenantId, stream } = splitKey(own[0] ?? { p, s: '' });
        whole.push(...(await withArchived(once, startOf(tenantId, stream), own)));
      }
      return whole.sort((a, b) => (a.s < b.s ? -1 : 1));
    },
  };
};

/** A ledger on DynamoDB to import into. */
export const importingLedger = ({ client, table }: Pick<OpenLedger, 'client' | 'table'>): ImportingLedger => ({
  existing: tenantId => scanLedger(client, table, { tenantId, attributes: ['p', 's', 'h'] }),
  put: item => dynamoDBTable(client as unknown as DynamoDBClient, table).put(item),
});
