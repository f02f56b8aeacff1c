import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../infra/synth.ts';
import { NEEDED } from '../functions/needed.ts';
import {
  at,
  functionsOf,
  type Json,
  list,
  type Resource,
  resourceOf,
  type Synthesized,
  stageOf,
  synthesize,
  TEST_CONTEXT,
} from './stage.ts';

const ROOT = join(import.meta.dirname, '../..');

describe.each(['dev', 'prod'])('the stage %s', name => {
  let stage: Synthesized;
  beforeAll(async () => {
    stage = await stageOf(name);
  });

  test('mails nobody: that takes -c mailFrom', () => {
    stage.main.template.resourceCountIs('AWS::SES::EmailIdentity', 0);
    for (const { properties } of functionsOf(stage).values())
      expect(at(properties, 'Environment.Variables')).not.toHaveProperty('MAIL_FROM');
  });

  describe('has functions', () => {
    const each = (check: (folder: string, resource: Resource) => void): void => {
      for (const [folder, resource] of functionsOf(stage)) check(folder, resource);
    };
    const variables = ({ properties }: Resource): Json => at(properties, 'Environment.Variables') as Json;

    test('one for each folder, whose entry is on the disk', () => {
      expect([...functionsOf(stage).keys()].sort()).toEqual(readdirSync(join(ROOT, 'functions')).sort());
      each((folder, { metadata }) => {
        const entry = String(metadata['local:entry']);
        expect(entry).toBe(`functions/${folder}/handler.ts`);
        expect(existsSync(join(ROOT, entry))).toBe(true);
      });
    });

    test('of Node 24 on ARM', () =>
      each((_, { properties }) =>
        expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' }),
      ));

    test('that get every variable they cannot do without', () =>
      each((folder, resource) => {
        for (const variable of NEEDED[folder] ?? [])
          expect([folder, variable, variables(resource)[variable]]).toEqual([folder, variable, expect.anything()]);
      }));

    test('that get the table each variable names', () =>
      each((_, resource) => {
        for (const [variable, value] of Object.entries(variables(resource))) {
          const [, table] = /^(\w+)_TABLE$/.exec(variable) ?? [];
          if (table) expect(stage.target(value).toUpperCase()).toBe(table);
        }
      }));

    test('named in logs and metrics by their folder, whose logs are kept for a month', () =>
      each((folder, resource) => {
        expect(variables(resource)).toMatchObject({
          POWERTOOLS_SERVICE_NAME: folder,
          POWERTOOLS_METRICS_NAMESPACE: 'Matchday',
        });
        const logs = resourceOf(stage, stage.target(at(resource.properties, 'LoggingConfig.LogGroup')));
        expect(logs.properties.RetentionInDays).toBe(30);
      }));
  });

  test('is tagged as what it is', () => {
    for (const { properties } of stage.main.ofType('AWS::Lambda::Function'))
      expect(list(properties.Tags)).toEqual([
        { Key: 'application', Value: 'matchday' },
        { Key: 'stage', Value: name },
      ]);
  });
});

describe('synthesis', () => {
  test('takes the stage dev when none is named', async () => {
    const app = await createApp({ context: TEST_CONTEXT });
    expect(app.node.children.map(({ node }) => node.id)).toEqual(
      expect.arrayContaining(['Matchday-dev', 'MatchdayData-dev']),
    );
  });

  test.each(['staging', 'Prod', '', 1])('refuses the stage %j by naming those there are', async stage => {
    await expect(createApp({ context: { stage } })).rejects.toThrow(`-c stage=${stage}: there are dev and prod`);
  });

  test('needs no account, no region and no look-up', async () => {
    for (const name of Object.keys(process.env)) if (/^(AWS_|CDK_DEFAULT_)/.test(name)) vi.stubEnv(name, undefined);
    const { app } = await synthesize('prod');
    const assembly = app.synth();
    expect(assembly.stacks.map(({ environment }) => environment.name)).toEqual([
      'aws://unknown-account/unknown-region',
      'aws://unknown-account/unknown-region',
    ]);
    expect(assembly.manifest.missing ?? []).toEqual([]);
    vi.unstubAllEnvs();
  });
});
