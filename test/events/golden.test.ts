import { describe, expect, it } from 'vitest';
import { mintToken, type NewCommit } from '../../shared/application/event-store.ts';
import { catalog, EVENT_TYPES } from '../../shared/events/catalog.ts';
import { currentEvent, parseEnvelope, type StoredEvent } from '../../shared/events/envelope.ts';
import { decodeCommit, encodeCommit } from '../../shared/store/commit-codec.ts';
import { goldens } from './golden.ts';

const current = goldens.filter(({ type, version }) =>
  EVENT_TYPES.some(t => t === type && catalog[t].version === version),
);

describe('the golden files', () => {
  it('hold each type of the catalog under its current version', () => {
    expect(current.map(({ type }) => type).sort()).toEqual([...EVENT_TYPES].sort());
  });

  it.each(goldens)('$file can be read as an event of today, delivered or stored', ({ type, version, envelope }) => {
    expect(envelope).toMatchObject({ type, schemaVersion: version });
    expect(envelope.id).toBe(`${envelope.stream}:${envelope.version}`);
    const today = parseEnvelope(envelope);
    expect(today).toMatchObject({ type, schemaVersion: catalog[today.type].version });
    expect(currentEvent(envelope as StoredEvent)).toStrictEqual(today);
  });

  it.each(current)('$file is read without loss', ({ envelope }) => {
    expect(parseEnvelope(envelope)).toStrictEqual(envelope);
  });

  it.each(current)('$file is stored and read back to the byte', ({ envelope }) => {
    const event = parseEnvelope(envelope);
    const { tenantId, stream, version, type, data, schemaVersion: _, id: __, ...metadata } = event;
    const token = mintToken({ tenantId, stream: { partition: 'any', name: stream }, version: version - 1, hash: '' });
    const commit = { ...metadata, commitId: 'c', events: [{ type, data }] } as unknown as NewCommit;
    const [read] = decodeCommit(encodeCommit(token, commit)).events;
    expect(JSON.stringify(read)).toBe(JSON.stringify(envelope));
  });
});
