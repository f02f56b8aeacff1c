import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Inbox } from '../../shared/application/notifications/inbox.ts';
import type { Notification } from '../../shared/application/notifications/notification.ts';
import type { CommitItem } from '../../shared/store/commit-codec.ts';
import { packLines, unpackLines } from '../../shared/store/commit-lines.ts';
import { sha256 } from '../../shared/store/hashing.ts';
import { type ExportedLedger, exportTenant } from '../../shared/store/tenant-export.ts';
import { type ImportTenant, importTenant } from '../../shared/store/tenant-import.ts';
import {
  type ExportFiles,
  MANIFEST,
  manifestBytes,
  parseExportManifest,
  partFile,
} from '../../shared/store/tenant-manifest.ts';
import { type ArchiveWorld, archiveWorld, tenantId } from '../application/archive-world.ts';
import { type MemoryLedger, memoryLedger } from '../support/memory-ledger.ts';

const now = Date.parse('2025-06-01T00:00:00.000Z');

type Folder = ExportFiles & { readonly files: Map<string, Uint8Array> };

const memoryFolder = (from: Iterable<[string, Uint8Array]> = []): Folder => {
  const files = new Map(from);
  return {
    files,
    read: async file => files.get(file),
    write: async (file, bytes) => {
      files.set(file, bytes);
    },
  };
};

const memoryInbox = (): Inbox & { readonly told: Set<string> } => {
  const told = new Set<string>();
  const key = ({ inbox, eventId }: Notification): string => `${inbox} ${eventId}`;
  return {
    told,
    put: async notifications => {
      const fresh = notifications.filter(one => !told.has(key(one)));
      for (const one of fresh) told.add(key(one));
      return fresh;
    },
  };
};

const exporting = (ledger: MemoryLedger): ExportedLedger => ({
  partitions: async tenant =>
    new Set(
      ledger
        .all()
        .map(({ p }) => p)
        .filter(p => p.startsWith(`${tenant}#`)),
    ),
  whole: p => ledger.read(p),
});

const exported = async (ledger: MemoryLedger, partLength = 2000): Promise<Folder> => {
  const files = memoryFolder();
  await exportTenant({ ledger: exporting(ledger), files, tenantId, now, partLength });
  return files;
};

/** @param put what puts a commit, for one that fails */
const into = (ledger: MemoryLedger, files: ExportFiles, over: Partial<ImportTenant> = {}) =>
  importTenant({
    files,
    tenantId,
    now,
    inbox: memoryInbox(),
    ledger: {
      existing: tenant => ReadableStream.from([ledger.all().filter(({ p }) => p.startsWith(`${tenant}#`))]),
      put: ledger.put,
    },
    ...over,
  });

let world: ArchiveWorld;
let folder: Folder;
beforeEach(async () => {
  world = await archiveWorld();
  folder = await exported(world.ledger);
});

describe('a tenant', () => {
  it('that is exported, imported and exported again is the same, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 0, max: 3 }),
        async (length, revisions) => {
          const { ledger } = await archiveWorld(revisions);
          const files = await exported(ledger, length);
          const other = memoryLedger();
          expect(await into(other, files)).toEqual({ commits: ledger.items.size, there: 0 });
          expect(other.all()).toEqual(ledger.all());
          expect([...(await exported(other, length)).files]).toEqual([...files.files]);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('is exported in several parts, matches last', async () => {
    expect([...folder.files.keys()].slice(0, 3)).toEqual([1, 2, 3].map(partFile));
    const order: string[] = [];
    await into(memoryLedger(), folder, {
      ledger: {
        existing: () => ReadableStream.from([]),
        put: async item => {
          order.push(item.p);
          return undefined;
        },
      },
    });
    const firstMatch = order.findIndex(p => p.startsWith('acme#match-'));
    expect(firstMatch).toBeGreaterThan(0);
    expect(order.slice(firstMatch).every(p => p.startsWith('acme#match-'))).toBe(true);
  });

  it('is not told again what it was told: its notifications are there before its commits', async () => {
    const inbox = memoryInbox();
    const other = memoryLedger();
    const toldBy = new Map<string, number>();
    await into(other, folder, {
      inbox,
      ledger: {
        existing: () => ReadableStream.from([]),
        put: item => {
          toldBy.set(item.s, inbox.told.size);
          return other.put(item);
        },
      },
    });
    const [evaluations, results] = [...inbox.told].reduce(
      ([a, b], key) => (key.startsWith('player#') ? [a + 1, b] : [a, b + 1]),
      [0, 0],
    );
    expect([evaluations, results]).toEqual([3, 1]);
    for (const [s, told] of toldBy) expect(told).toBe(s.startsWith('match-') ? 4 : 3);
  });

  it('is finished by the next import when one is killed, wherever that was', async () => {
    const size = world.ledger.items.size;
    for (let after = 0; after < size; after += 1) {
      const other = memoryLedger();
      let left = after;
      const put = async (item: CommitItem) => {
        left -= 1;
        if (left < 0) throw new Error('killed');
        return other.put(item);
      };
      const existing = () => ReadableStream.from([other.all()]);
      await expect(into(other, folder, { ledger: { existing, put } })).rejects.toThrow('killed');
      expect(other.items.size).toBe(after);
      expect(await into(other, folder)).toEqual({ commits: size, there: after });
      expect(other.all()).toEqual(world.ledger.all());
    }
  });
});

describe('an import is refused, and nothing is written,', () => {
  const refused = async (files: ExportFiles, message: string | RegExp, tenant = tenantId): Promise<void> => {
    const other = memoryLedger();
    const inbox = memoryInbox();
    await expect(into(other, files, { tenantId: tenant, inbox })).rejects.toThrow(
      expect.objectContaining({ name: 'TransferError', message: expect.stringMatching(message) }),
    );
    expect([other.items.size, inbox.told.size]).toEqual([0, 0]);
  };

  it('for every byte that was altered, and every length that a file was cut to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...folder.files.keys()), fc.nat(), fc.boolean(), async (file, at, cut) => {
        const bytes = Uint8Array.from(folder.files.get(file) ?? []);
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ 1;
        const altered = memoryFolder(folder.files);
        altered.files.set(file, cut ? bytes.subarray(0, index) : bytes);
        const other = memoryLedger();
        await expect(into(other, altered)).rejects.toMatchObject({ name: 'TransferError' });
        expect(other.items.size).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('for a part that is missing, and for an export that was not finished', async () => {
    const files = memoryFolder(folder.files);
    files.files.delete(partFile(2));
    await refused(files, /^commits-00002\.ndjson\.gz is missing$/);
    files.files.delete(MANIFEST);
    await refused(files, /^there is no manifest\.json/);
  });

  it('for another tenant', () => refused(folder, /^the export is of the tenant acme, not of other$/, 'other'));

  it('for a chain that is broken, though somebody made the sums right', async () => {
    const files = memoryFolder(folder.files);
    const manifest = parseExportManifest(await files.read(MANIFEST));
    const [first, ...parts] = manifest.parts;
    if (!first) throw new Error('there is no part');
    const lines = await unpackLines((await files.read(first.file)) ?? new Uint8Array());
    const packed = await packLines(
      lines.map(line => line.replace(/\\"actor\\":\\"\w+\\"/, String.raw`\"actor\":\"eve\"`)),
    );
    await files.write(first.file, packed);
    await files.write(
      MANIFEST,
      manifestBytes({ ...manifest, parts: [{ ...first, sha256: sha256(packed) }, ...parts] }),
    );
    await refused(files, /altered at version 1, expected hash/);
    const forged = memoryLedger();
    for (const [key, item] of world.ledger.items) forged.items.set(key, item);
    const [key, item] = [...forged.items][1] as [string, CommitItem];
    forged.items.set(key, { ...item, b: item.b.replace('ada', 'eve') });
    await expect(exported(forged)).rejects.toThrow(/altered at version 1/);
  });

  it('where the tenant has something else', async () => {
    const other = memoryLedger();
    const stranger = { p: 'acme#pool-x', s: 'pool-x:000000001', n: 1, b: '{}', g: '', h: 'h' };
    await other.put(stranger);
    await expect(into(other, folder)).rejects.toMatchObject({ name: 'TenantNotEmptyError' });
    expect(other.items.size).toBe(1);
  });
});

it('an export does not take the place of another', async () => {
  const again = exportTenant({ ledger: exporting(world.ledger), files: folder, tenantId, now });
  await expect(again).rejects.toMatchObject({ name: 'TransferError' });
  const nobody = exportTenant({ ledger: exporting(world.ledger), files: memoryFolder(), tenantId: 'nobody', now });
  await expect(nobody).rejects.toThrow('the tenant nobody has nothing in this ledger');
});
