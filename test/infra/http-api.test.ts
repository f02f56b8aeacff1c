import { beforeAll, describe, expect, test } from 'vitest';
import commands from '../../functions/commands/routes.ts';
import deadLetters from '../../functions/dead-letters/routes.ts';
import describeApi from '../../functions/describe/routes.ts';
import explain from '../../functions/explain/routes.ts';
import health from '../../functions/health/routes.ts';
import inbox from '../../functions/inbox/routes.ts';
import projections from '../../functions/projections/routes.ts';
import queries from '../../functions/queries/routes.ts';
import webhooks from '../../functions/webhooks/routes.ts';
import { at, functionsOf, type Json, list, type Resource, resourceOf, type Synthesized, stageOf } from './stage.ts';

/** Routes that ask nobody who they are. */
const anybody = Object.entries({ ...describeApi.routes, ...health.routes }).flatMap(([route, access]) =>
  access === 'anybody' ? [route] : [],
);

describe.each(['dev', 'prod'])('the stage %s', name => {
  let stage: Synthesized;
  beforeAll(async () => {
    stage = await stageOf(name);
  });

  describe('has an API', () => {
    const routes = () => stage.main.ofType('AWS::ApiGatewayV2::Route');

    test('whose routes are those of the folders, each to its own function', () => {
      const folderOf = ({ properties }: Resource): string => {
        const integration = stage.target(at(properties.Target, 'Fn::Join.1.1'));
        const handler = stage.target(resourceOf(stage, integration).properties.IntegrationUri);
        return String(at(resourceOf(stage, handler).properties, 'Environment.Variables.HANDLER_NAME'));
      };
      const own = (folder: string) =>
        routes()
          .filter(route => folderOf(route) === folder)
          .map(({ properties }) => String(properties.RouteKey));
      expect(own('commands').sort()).toEqual(Object.keys(commands.routes).sort());
      expect(own('explain').sort()).toEqual(Object.keys(explain.routes).sort());
      expect(own('health').sort()).toEqual(Object.keys(health.routes).sort());
      expect(own('queries').sort()).toEqual(Object.keys(queries.routes).sort());
      expect(own('dead-letters').sort()).toEqual(Object.keys(deadLetters.routes).sort());
      expect(own('projections').sort()).toEqual(Object.keys(projections.routes).sort());
      expect(own('webhooks').sort()).toEqual(Object.keys(webhooks.routes).sort());
      expect(own('inbox').sort()).toEqual(Object.keys(inbox.routes).sort());
      expect(own('describe').sort()).toEqual(Object.keys(describeApi.routes).sort());
      const all = {
        ...commands.routes,
        ...describeApi.routes,
        ...explain.routes,
        ...health.routes,
        ...inbox.routes,
        ...queries.routes,
        ...webhooks.routes,
        ...deadLetters.routes,
        ...projections.routes,
      };
      expect(routes()).toHaveLength(Object.keys(all).length);
    });

    test('that waits a little longer than its functions take, and sends events of format 2.0', () => {
      for (const { properties } of stage.main.ofType('AWS::ApiGatewayV2::Integration')) {
        const handler = resourceOf(stage, stage.target(properties.IntegrationUri));
        expect(properties.PayloadFormatVersion).toBe('2.0');
        expect(properties.TimeoutInMillis).toBeGreaterThan(Number(handler.properties.Timeout) * 1000);
        expect(properties.TimeoutInMillis).toBeLessThanOrEqual(30_000);
      }
    });

    test('whose commands are limited more than its queries, once the routes are there', () => {
      const [stage_] = stage.main.ofType('AWS::ApiGatewayV2::Stage');
      const settings = at(stage_?.properties, 'RouteSettings') as Json;
      const keys = routes().map(({ properties }) => String(properties.RouteKey));
      const limited = keys.filter(key => !key.startsWith('GET ') || anybody.includes(key));
      expect(Object.keys(settings).sort()).toEqual(limited.sort());
      const rate = Number(at(stage_?.properties, 'DefaultRouteSettings.ThrottlingRateLimit'));
      for (const [route, own] of Object.entries(settings))
        for (const [limit, most] of [
          ['ThrottlingRateLimit', anybody.includes(route) ? rate / 10 : rate],
          ['ThrottlingBurstLimit', Number(at(stage_?.properties, 'DefaultRouteSettings.ThrottlingBurstLimit'))],
        ] as const) {
          expect([route, limit, Number(at(own, limit)) > 0]).toEqual([route, limit, true]);
          expect(Number(at(own, limit))).toBeLessThan(most);
        }
      const all = stage.main.template.toJSON().Resources as Record<string, Json>;
      const after = Object.values(all).find(({ Type }) => Type === 'AWS::ApiGatewayV2::Stage')?.DependsOn;
      expect(list(after).filter(id => all[String(id)]?.Type === 'AWS::ApiGatewayV2::Route')).toHaveLength(keys.length);
    });

    test('that pages of other sites may not call, but for one that is being worked on', () => {
      const [{ properties } = { properties: {} }] = stage.main.ofType('AWS::ApiGatewayV2::Api');
      const dev = {
        AllowOrigins: ['http://localhost:5173', 'http://127.0.0.1:5173'],
        AllowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
        AllowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match', 'if-none-match', 'traceparent'],
        ExposeHeaders: ['etag', 'retry-after'],
        MaxAge: 3600,
      };
      expect(at(properties, 'CorsConfiguration')).toEqual(name === 'dev' ? dev : undefined);
    });

    test('that limits each principal, but for where a season is played in minutes', () => {
      for (const folder of ['commands', 'queries'])
        expect(at(functionsOf(stage).get(folder)?.properties, 'Environment.Variables.RATE_LIMIT')).toBe(
          name === 'dev' ? undefined : '20/100',
        );
    });

    test('that is throttled, and logs nothing about persons', () => {
      const [{ properties } = { properties: {} }, ...more] = stage.main.ofType('AWS::ApiGatewayV2::Stage');
      expect(more).toEqual([]);
      expect(at(properties, 'DefaultRouteSettings.ThrottlingRateLimit')).toBeGreaterThan(0);
      expect(at(properties, 'DefaultRouteSettings.ThrottlingBurstLimit')).toBeGreaterThan(0);
      expect(JSON.parse(String(at(properties, 'AccessLogSettings.Format')))).toEqual({
        id: '$context.requestId',
        route: '$context.routeKey',
        status: '$context.status',
        ms: '$context.responseLatency',
        refused: '$context.authorizer.error',
      });
    });
  });
});
