import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkPublished, NotPublishableError, publishNew } from '../../scripts/schemas/published.ts';
import type { EventCode } from '../../scripts/schemas/rules.ts';
import { catalog } from '../../shared/events/catalog.ts';
import { type Catalog, type SchemaVersion, upcaster } from '../../shared/events/evolution.ts';
import { upcasters } from '../../shared/events/upcasters.ts';

const PUBLISHED = import.meta.dirname;

it('every event of the catalog is as it was published, and everything that was published can be read', () => {
  expect(checkPublished(PUBLISHED, { catalog, upcasters })).toEqual([]);
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'matchday-published-'));
  mkdirSync(join(folder, 'golden'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const V1 = z.object({ home: z.number().max(200), away: z.number().max(200) });
const V11 = V1.extend({ note: z.string().optional() });
const V2 = z.object({ score: z.string() });
const toV2 = upcaster(V11, ({ home, away }) => ({ score: `${home}:${away}` }));

/** Code that has one type of event, in this version. */
const code = (
  version: SchemaVersion,
  data: z.ZodType,
  chains: EventCode['upcasters'] = {},
  more: Catalog = {},
): EventCode => ({
  catalog: { 'game.ended': { version, data }, ...more },
  upcasters: chains,
});
const golden = (name: string, text = '{}'): void => writeFileSync(join(folder, 'golden', `${name}.json`), text);
const publish = (version: SchemaVersion, data: z.ZodType, chains: EventCode['upcasters'] = {}): readonly string[] => {
  golden(`game.ended@${version}`);
  return publishNew(folder, code(version, data, chains));
};
const check = (...parts: Parameters<typeof code>): readonly string[] => checkPublished(folder, code(...parts));

describe('the schema of a version that was published', () => {
  beforeEach(() => void publish('1.0', V1));

  it('may stay as it is', () => {
    expect(check('1.0', V1)).toEqual([]);
  });

  it('may not change: what breaks a reader needs a new major version', () => {
    expect(check('1.0', z.object({ home: z.number().max(100), result: z.string() }))).toEqual([
      'game.ended 1.0 was published with another schema: home maximum was 200, is 100; away is gone; ' +
        'result is new and required: stored events are without it. ' +
        'So take it back, or make it 2.0 with an upcaster from 1 (docs/events.md)',
    ]);
  });

  it('may not change: what only adds needs a new minor version', () => {
    expect(check('1.0', V11)).toEqual([
      'game.ended 1.0 was published with another schema: note is new and optional. So make it 1.1 (docs/events.md)',
    ]);
  });
});

describe('a new minor version', () => {
  beforeEach(() => void publish('1.0', V1));

  it('may add what is optional, and has to be published', () => {
    expect(check('1.1', V11)).toEqual(['game.ended@1.1 is not published yet: npm run schemas']);
    expect(publish('1.1', V11)).toEqual(['game.ended@1.1']);
    expect(check('1.1', V11)).toEqual([]);
  });

  it('may do no more than that', () => {
    const problem =
      /^game\.ended 1\.1 does more than add to 1\.0: away is gone\. This needs version 2\.0 and an upcaster from 1/;
    expect(check('1.1', V1.omit({ away: true }))).toContainEqual(expect.stringMatching(problem));
    expect(() => publish('1.1', V1.omit({ away: true }))).toThrow(problem);
  });

  it.each(['1.2', '3.0', '0.9'] as const)('comes next: not %s', version => {
    expect(check(version, V11)).toContain(`game.ended ${version} cannot follow 1.0: 1.1 or 2.0 can`);
  });

  it('is not taken back, once it was published', () => {
    publish('1.1', V11);
    expect(check('1.0', V1)).toEqual(['game.ended was published up to 1.1, and is 1.0']);
  });
});

describe('a new major version', () => {
  beforeEach(() => {
    publish('1.0', V1);
    publish('1.1', V11);
  });

  it('may be anything, with an upcaster', () => {
    expect(publish('2.0', V2, { 'game.ended': toV2 })).toEqual(['game.ended@2.0']);
    expect(check('2.0', V2, { 'game.ended': toV2 })).toEqual([]);
  });

  it('is nothing without an upcaster from the one before', () => {
    const problem = 'game.ended 2 has 0 upcasters: it needs 1, one from each major version before (docs/events.md)';
    expect(check('2.0', V2)).toContain(problem);
    expect(() => publish('2.0', V2)).toThrow(problem);
    publish('2.0', V2, { 'game.ended': toV2 });
    expect(check('3.0', V1, { 'game.ended': toV2 })).toContainEqual(
      expect.stringContaining('game.ended 3 has 1 upcasters'),
    );
  });

  it('has an upcaster that reads the last schema of the one before', () => {
    const outdated = upcaster(V1, ({ home }) => ({ score: `${home}` }));
    expect(check('2.0', V2, { 'game.ended': outdated })).toContain(
      'the upcaster of game.ended from 1 does not read what 1.1 was: note is gone',
    );
  });
});

describe('what was published', () => {
  beforeEach(() => void publish('1.0', V1));
  /** Every file of the folder with what is in it. */
  const files = (): readonly (readonly [string, string])[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')]);

  it.each(['schema', 'golden file'])('keeps its %s as it was', kind => {
    const file = join(folder, kind === 'schema' ? 'schemas' : 'golden', 'game.ended@1.0.json');
    writeFileSync(file, `${readFileSync(file, 'utf8')} `);
    const changed = `the ${kind} of game.ended@1.0 was changed: what was published is for good`;
    expect(check('1.0', V1)).toEqual([changed]);
    expect(() => publishNew(folder, code('1.0', V1))).toThrow(changed);
    rmSync(file);
    expect(check('1.0', V1)).toContain(`the ${kind} of game.ended@1.0 is missing: what was published is for good`);
  });

  it('stays in the catalog', () => {
    expect(checkPublished(folder, { catalog: {}, upcasters: {} })).toEqual([
      'game.ended is not in the catalog: its events are stored, and have to be read',
    ]);
  });

  it('is written once, and never again', () => {
    const before = files();
    expect(publishNew(folder, code('1.0', V1))).toEqual([]);
    expect(() => publishNew(folder, code('1.0', V11))).toThrow(NotPublishableError);
    expect(files()).toEqual(before);
  });

  it('is complete: no file without its line, no version without its golden file', () => {
    golden('game.ended@1.5');
    cpSync(join(folder, 'schemas/game.ended@1.0.json'), join(folder, 'schemas/game.ended@1.4.json'));
    expect(check('1.0', V1)).toEqual([
      'the schema of game.ended@1.4 is not in published.json',
      'the golden file game.ended@1.5 is of no version that was published, or that the catalog has',
    ]);
    rmSync(join(folder, 'schemas/game.ended@1.4.json'));
    rmSync(join(folder, 'golden/game.ended@1.5.json'));
    expect(() => publishNew(folder, code('1.1', V11))).toThrow(
      /golden\/game\.ended@1\.1\.json is missing: write an event/,
    );
    expect(files()).toHaveLength(3);
  });

  it('begins with 1.0 for a new type', () => {
    const begun = { 'game.begun': { version: '1.1', data: V2 } } as const;
    expect(check('1.0', V1, {}, begun)).toContain('game.begun 1.1 cannot follow nothing: 1.0 can');
  });
});
