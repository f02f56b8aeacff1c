import { beforeAll, describe, expect, test } from 'vitest';
import type { MapNode, SystemMap } from '../../client/system-map.ts';
import { drawMap } from '../../infra/map/draw.ts';
import { mentioned, type Resources, resourcesOf } from '../../infra/map/resources.ts';
import { layoutOf } from '../../web/console/map/layout.ts';
import { shownMap } from '../../web/console/map/shown-map.ts';
import { stationsOf } from '../../web/console/map/stations.ts';
import { crossingsOf, overlapsOf } from '../web/console/crossings.ts';
import { functionsOf, type Synthesized, synthesize } from './stage.ts';

const WAY = { reads: false, failures: false, rest: false };
const ALL = { reads: true, failures: true, rest: true };

let stage: Synthesized;
let map: SystemMap;
beforeAll(async () => {
  stage = await synthesize('dev');
  map = drawMap(resourcesOf(stage.app));
});

/** Without the hash that CDK puts at the end. */
const plain = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');
const nodeOf = (name: string): MapNode => {
  const [found, ...more] = map.nodes.filter(node => node.name === name || plain(node.id) === name);
  if (!found || more.length > 0) throw new Error(`${name} is not on the map once`);
  return found;
};
/** Where edges of these kinds lead from a node, by name. */
const from = (name: string, ...kinds: readonly string[]): readonly string[] =>
  map.edges
    .filter(edge => edge.from === nodeOf(name).id && kinds.includes(edge.kind))
    .map(({ to }) => map.nodes.find(({ id }) => id === to)?.name ?? to)
    .sort();

describe('the map', () => {
  test('of the constructs is that of the templates', () => {
    const templates = [stage.data, stage.main].map(({ template }) => template.toJSON().Resources as Resources);
    const drawn = drawMap(Object.assign({}, ...templates));
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
    expect(map.nodes.toSorted(byId)).toEqual(drawn.nodes.toSorted(byId));
    const lines = ({ edges }: SystemMap) => edges.map(({ from, to, kind }) => `${from} ${kind} ${to}`).sort();
    expect(lines(map)).toEqual(lines(drawn));
  });

  test('has every function, queue, rule, table and route', () => {
    const count = (...kinds: readonly string[]) => map.nodes.filter(({ kind }) => kinds.includes(kind)).length;
    expect(map.nodes.flatMap(({ kind, name }) => (kind === 'function' ? [name] : [])).sort()).toEqual(
      // The CDK adds one that copies the page, without a folder.
      [...functionsOf(stage).keys()].filter(folder => folder !== 'undefined').sort(),
    );
    expect(count('queue', 'dead-letters')).toBe(stage.ofType('AWS::SQS::Queue').length);
    expect(count('rule', 'schedule')).toBe(stage.ofType('AWS::Events::Rule').length);
    expect(count('table')).toBe(stage.ofType('AWS::DynamoDB::GlobalTable').length);
    expect(map.nodes.flatMap(({ routes = [] }) => routes)).toHaveLength(
      stage.ofType('AWS::ApiGatewayV2::Route').length,
    );
  });

  test('is put beside the page', () => {
    const [entry] = stage.main
      .ofType('Custom::CDKBucketDeployment')
      .filter(({ id }) => id.startsWith('SiteDeploymentEntry'));
    // The page, its configuration, the map.
    expect(entry?.properties.SourceObjectKeys).toHaveLength(3);
  });

  test('shows the way of a fact', () => {
    expect(from('ApiHttpApi', 'starts')).toContain('commands');
    expect(from('commands', 'writes')).toEqual(['Events', 'Keys']);
    expect(from('Events', 'feeds')).toEqual(['index-events', 'publish-events']);
    expect(from('publish-events', 'publishes')).toEqual(['BusEventBus']);
    expect(from('BusEventBus', 'routes')).toContain('record-analytics, route 0');
    expect(from('record-analytics, route 0', 'routes').map(plain)).toEqual(['recordanalyticsQueue']);
    expect(from('recordanalyticsQueue', 'feeds')).toEqual(['record-analytics']);
    expect(from('record-analytics', 'writes')).toEqual(['Audit', 'Statistics']);
    expect(from('push-live', 'publishes')).toEqual(['LiveApi']);
  });

  test('knows the pattern of a rule, the time of a schedule, and which handler is behind each', () => {
    expect(nodeOf('record-analytics, route 0')).toMatchObject({
      kind: 'rule',
      handler: 'record-analytics',
      pattern: { source: ['matchday'], 'detail-type': [{ prefix: 'prediction.' }] },
    });
    expect(nodeOf('RemindingSchedule')).toMatchObject({ kind: 'schedule', handler: 'remind' });
    expect(nodeOf('RemindingSchedule').expression).toMatch(/^(cron|rate)\(/);
  });

  test('tells queues of what failed from the others, and whose they are', () => {
    expect(from('notifyQueue', 'fails-to')).toEqual(['notifyDeadLetters']);
    expect(from('notify, route 0', 'fails-to')).toEqual(['notifyUndelivered']);
    for (const name of ['notifyQueue', 'notifyDeadLetters', 'notifyUndelivered'])
      expect([name, nodeOf(name).handler]).toEqual([name, 'notify']);
    expect(nodeOf('notifyDeadLetters').kind).toBe('dead-letters');
    expect(nodeOf('notifyQueue').kind).toBe('queue');
    // What the bus refuses is sent there by hand, not by a failure.
    expect(from('publish-events', 'writes').map(plain)).toContain('OutboxQuarantine');
  });

  test('is a picture that fits a window of 1280, each handler a straight row, and no line over a node', () => {
    for (const view of [WAY, { ...WAY, reads: true }, { ...WAY, failures: true }, ALL]) {
      const shown = shownMap(map, view);
      const layout = layoutOf(shown);
      expect(layout.width).toBeLessThanOrEqual(1246);
      expect([...crossingsOf(layout), ...overlapsOf(layout)]).toEqual([]);
      expect(layout.placed.flatMap(({ station }) => station.nodes)).toHaveLength(shown.nodes.length);
      const { edges } = stationsOf(shown);
      expect(layout.lines.map(({ edge }) => edge)).toHaveLength(edges.length);
      const straight = layout.lines.filter(({ edge, points }) => edge.kind === 'feeds' && points.length === 2);
      // The ledger's second reader is beside the outbox; every other handler is in line with its queue.
      expect(edges.filter(({ kind }) => kind === 'feeds').length - straight.length).toBe(1);
    }
  });

  test('has on the way of a fact who writes to the ledger and whom the ledger tells, and nobody else', () => {
    const functions = shownMap(map, WAY).nodes.flatMap(({ kind, name }) => (kind === 'function' ? [name] : []));
    const subscribed = map.nodes.flatMap(({ kind, handler }) => (kind === 'rule' && handler ? [handler] : []));
    expect(functions.sort()).toEqual(
      [
        ...['archive-streams', 'commands', 'deliver-webhooks', 'index-events', 'publish-events', 'webhooks'],
        ...new Set(subscribed),
      ].sort(),
    );
  });

  test('has no edge into nowhere, and names nothing outside the template', () => {
    const ids = new Set(map.nodes.map(({ id }) => id));
    expect(map.edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
    expect(JSON.stringify(map)).not.toMatch(/Ref|Fn::|Token\[|arn:/);
  });
});

test('what a value refers to is found however deep, and in another stack by the name of its export', () => {
  const resources = { Table1: { Type: 'T' }, Queue2: { Type: 'Q' } };
  expect(mentioned(resources, { 'Fn::Join': ['', ['a/', { Ref: 'Queue2' }]] })).toEqual(['Queue2']);
  expect(mentioned(resources, [{ 'Fn::GetAtt': ['Table1', 'StreamArn'] }, { Ref: 'AWS::Region' }])).toEqual(['Table1']);
  expect(mentioned(resources, { 'Fn::ImportValue': 'Data:ExportsOutputRefTable1AB' })).toEqual(['Table1']);
});
