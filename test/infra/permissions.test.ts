import { beforeAll, describe, expect, test } from 'vitest';
import { type Grants, PERMISSIONS, UNCHANGEABLE } from './permissions.ts';
import { at, functionsOf, type Json, list, type Synthesized, stageOf } from './stage.ts';

interface Statement {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly unknown[];
  /** As the template has it. */
  readonly raw: Json;
}

const parse = (raw: unknown): Statement => ({
  effect: String(at(raw, 'Effect')),
  actions: list(at(raw, 'Action')).map(String),
  resources: list(at(raw, 'Resource')),
  raw: raw as Json,
});

/** `action resource`, one line for each, sorted. */
const linesOf = (grants: Grants): string[] =>
  Object.entries(grants)
    .flatMap(([resource, actions]) => actions.split(' ').map(action => `${action} ${resource}`))
    .sort();

/** All objects of a bucket of ours: they cannot be listed one by one. */
const isObjectsOf = (stage: Synthesized, resource: unknown): boolean => stage.target(resource).endsWith('/*');

describe.each(['dev', 'prod'])('in %s', name => {
  let stage: Synthesized;
  beforeAll(async () => {
    stage = await stageOf(name);
  });

  const roleOf = (folder: string): string => stage.target(functionsOf(stage).get(folder)?.properties.Role);
  const policies = () => stage.ofType('AWS::IAM::Policy');
  const statementsOf = (role: string): Statement[] =>
    policies()
      .filter(({ properties }) => list(properties.Roles).some(reference => stage.target(reference) === role))
      .flatMap(({ properties }) => list(at(properties, 'PolicyDocument.Statement')).map(parse));
  const granted = (folder: string, effect: string): string[] =>
    [
      ...new Set(
        statementsOf(roleOf(folder))
          .filter(statement => statement.effect === effect)
          .flatMap(({ actions, resources }) =>
            actions.flatMap(action => resources.map(resource => `${action} ${stage.target(resource)}`)),
          ),
      ),
    ].sort();

  test('every function is in the table, and has a role of its own', () => {
    const functions = functionsOf(stage);
    expect([...functions.keys()].sort()).toEqual(Object.keys(PERMISSIONS).sort());
    expect(new Set([...functions.keys()].map(roleOf)).size).toBe(functions.size);
    // And the one that copies the page: see site.test.ts.
    expect(stage.ofType('AWS::IAM::Role')).toHaveLength(functions.size + 1);
  });

  test.each(Object.keys(PERMISSIONS))('%s may do what the table says and nothing else', folder => {
    const { allow = {}, deny = {} } = PERMISSIONS[folder] ?? {};
    // Which keys it may use follows from that: see encryption.test.ts.
    const lines = granted(folder, 'Allow').filter(line => !line.startsWith('kms:'));
    expect(lines).toEqual(linesOf(allow));
    expect(granted(folder, 'Deny')).toEqual(linesOf(deny));
  });

  test('roles have no policies but those, and only Lambda takes them on', () => {
    for (const { properties } of stage.ofType('AWS::IAM::Role')) {
      expect(properties).not.toHaveProperty('ManagedPolicyArns');
      expect(properties).not.toHaveProperty('Policies');
      expect(at(properties, 'AssumeRolePolicyDocument.Statement')).toEqual([
        { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } },
      ]);
    }
    expect(stage.ofType('AWS::IAM::ManagedPolicy')).toEqual([]);
    const attached = policies().flatMap(({ properties }) => list(properties.Roles).map(stage.target));
    const roles = ['SiteDeploymentRole', ...[...functionsOf(stage).keys()].map(roleOf)];
    expect(attached.filter(role => !roles.includes(role))).toEqual([]);
  });

  test('no statement has a wildcard in its actions or resources', () => {
    const documents = [...stage.main.resources, ...stage.data.resources].filter(
      ({ properties }) => properties.PolicyDocument,
    );
    expect(documents.length).toBeGreaterThan(policies().length);
    for (const { id, type, properties } of documents)
      for (const { effect, actions, resources, raw } of list(at(properties, 'PolicyDocument.Statement')).map(parse)) {
        // `sqs:*` is what a queue's policy denies to whoever comes without TLS.
        if (effect === 'Deny' && type !== 'AWS::IAM::Policy') continue;
        const named = resources.filter(resource => !isObjectsOf(stage, resource));
        expect([id, actions, JSON.stringify(named)]).toEqual([
          id,
          actions.filter(action => /^[a-z\d]+:[A-Za-z]+$/.test(action)),
          JSON.stringify(named).replaceAll('*', ''),
        ]);
        expect(resources.length).toBeGreaterThan(0);
        expect(Object.keys(raw).filter(key => key.startsWith('Not'))).toEqual([]);
      }
  });

  test('nobody who touches the events may change one, and nobody but the archiving delete one', () => {
    const touching = Object.keys(PERMISSIONS).filter(folder =>
      granted(folder, 'Allow').some(line => line.endsWith(' Events')),
    );
    expect(touching.sort()).toEqual([
      'anchor-heads',
      'archive-streams',
      'commands',
      'dead-letters',
      'deliver-webhooks',
      'explain',
      'fan-out-webhooks',
      'health',
      'notify',
      'projections',
      'queries',
      'rebuild-projections',
      'reconcile',
      'remind',
      'score-predictions',
      'webhooks',
    ]);
    const deleting = Object.keys(PERMISSIONS).filter(folder =>
      granted(folder, 'Allow').some(line => line.startsWith('dynamodb:DeleteItem ')),
    );
    expect(deleting).toEqual(['archive-streams']);
    for (const folder of touching.filter(folder => !deleting.includes(folder))) {
      expect(granted(folder, 'Deny')).toEqual(linesOf(UNCHANGEABLE));
      const changing = /^dynamodb:(Update|Delete|BatchWrite|PartiQL)/;
      expect(granted(folder, 'Allow').filter(line => line.endsWith(' Events') && changing.test(line))).toEqual([]);
    }
  });

  test('only commands and queries read the keys of players, only commands make and destroy them, nobody deletes one', () => {
    const touching = Object.keys(PERMISSIONS).flatMap(folder =>
      granted(folder, 'Allow')
        .filter(line => line.endsWith(' Keys'))
        .map(line => `${folder} ${line}`),
    );
    expect(touching).toEqual([
      'commands dynamodb:GetItem Keys',
      'commands dynamodb:PutItem Keys',
      'commands dynamodb:UpdateItem Keys',
      'queries dynamodb:BatchGetItem Keys',
      'queries dynamodb:GetItem Keys',
    ]);
  });

  test('only who subscribes and who delivers read the key of webhooks’ secrets', () => {
    const reading = Object.keys(PERMISSIONS).filter(folder =>
      granted(folder, 'Allow').some(line => line.startsWith('secretsmanager:')),
    );
    expect(reading.sort()).toEqual(['deliver-webhooks', 'webhooks']);
  });

  test('nothing publishes except the outbox, and the sweeper what it missed', () => {
    const publishing = policies().filter(({ properties }) =>
      list(at(properties, 'PolicyDocument.Statement')).some(statement =>
        parse(statement).actions.some(action => action.startsWith('events:')),
      ),
    );
    expect(publishing.flatMap(({ properties }) => list(properties.Roles).map(stage.target)).sort()).toEqual(
      ['publish-events', 'reconcile'].map(roleOf),
    );
  });

  test('only the API, the schedules and the user pool invoke functions, each by its own route, rule or trigger', () => {
    const all = stage.main.ofType('AWS::Lambda::Permission');
    const scheduled = all.filter(({ properties }) => properties.Principal === 'events.amazonaws.com');
    expect(scheduled.map(({ properties }) => stage.target(properties.SourceArn)).sort()).toEqual([
      'AnchoringSchedule',
      'ArchivingSchedule',
      'ReconciliationSchedule',
      'RemindingSchedule',
    ]);
    expect(stage.data.ofType('AWS::Lambda::Permission').map(({ properties }) => properties)).toEqual([
      expect.objectContaining({ Action: 'lambda:InvokeFunction', Principal: 'cognito-idp.amazonaws.com' }),
    ]);
    const permissions = all.filter(permission => !scheduled.includes(permission));
    expect(permissions).toHaveLength(stage.main.ofType('AWS::ApiGatewayV2::Route').length);
    for (const { properties } of permissions) {
      expect(properties).toMatchObject({ Action: 'lambda:InvokeFunction', Principal: 'apigateway.amazonaws.com' });
      expect(JSON.stringify(properties.SourceArn)).toMatch(/"ApiHttpApi[0-9A-F]{8}"\},"\/\*\/\*\/v1\/[^*"]+"/);
    }
    stage.main.template.resourceCountIs('AWS::Lambda::Url', 0);
  });
});
