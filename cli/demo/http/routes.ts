import * as z from 'zod';
import type { DemoState } from '../../../client/demo.ts';
import { SCOPES } from '../../../shared/events/subscription.ts';
import { ApiError } from '../../api-error.ts';
import { billOf, useOf } from '../../bill/use.ts';
import type { OpenStack } from '../../local-stack.ts';
import { linesOf } from '../../season/report.ts';
import { grantOf } from '../../tokens.ts';
import { countsOf } from '../counts.ts';
import type { Director } from '../director.ts';
import { pipelineOf } from '../pipeline.ts';
import { DEMO_SEASONS, SEASON_TITLES } from '../season.ts';
import { TENANT } from '../show.ts';
import { SPEEDS } from '../tempo.ts';
import { correctResult, DemoError, poison, redrive } from '../troubles.ts';
import { type DemoRoute, get, post } from './listener.ts';

const nothing = z.strictObject({});
const goals = z.int().min(0).max(99);
const score = z.strictObject({ home: goals, away: goals });
const speed = z.strictObject({ speed: z.union([z.number().positive().max(1000), z.literal('fastest')]) });
const step = z.strictObject({ unit: z.enum(['moment', 'matchday']) });
const season = z.strictObject({ season: z.enum(DEMO_SEASONS) });
const correction = z.strictObject({ matchId: z.string().max(200).optional(), score: score.optional() });
const poisoning = z.strictObject({ kind: z.enum(['future', 'broken']) });
const handler = z.strictObject({ handler: z.string().max(100) });
const sign = z.strictObject({
  player: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'small letters, digits and hyphens'),
  scopes: z.array(z.enum(SCOPES)).min(1),
});

/** Handlers that can be broken and mended, and the outbox: with it nothing gets out of the ledger. */
const OUTBOX = 'publish-events';

/** What the page of the demo may ask for. */
export const demoRoutes = (open: OpenStack, director: Director): Readonly<Record<string, DemoRoute>> => {
  const { stack, api, userPoolUrl } = open;
  const pipeline = pipelineOf(stack);
  const counts = countsOf(stack, pipeline);
  const breakable = new Map([
    ...[...pipeline.streams].filter(([name]) => name === OUTBOX),
    ...pipeline.handlers.map(({ handler, functionName }) => [handler, functionName] as const),
  ]);
  const functionOf = (name: string): string => {
    const found = breakable.get(name);
    if (found === undefined) throw new DemoError(`There is no handler ${name}.`);
    return found;
  };
  const state = (): DemoState => {
    const { show, ...playback } = director.state;
    const { name, title, competition, poolId, played, matches, matchdays } = show;
    return {
      ...playback,
      season: { name, title, competition, poolId, matches, matchdays },
      seasons: DEMO_SEASONS.map(name => ({ name, title: SEASON_TITLES[name] })),
      speeds: SPEEDS,
      played,
      clock: stack.clock.now().toISOString(),
      broken: [...breakable].filter(([, name]) => stack.functions.failing.has(name)).map(([handler]) => handler),
      breakable: [...breakable.keys()],
      players: [...show.names].map(([playerId, name]) => ({ playerId, name })),
      counts: counts(),
    };
  };
  /** The table as everybody sees it, by names; empty before the season has begun. */
  const standings = async () => {
    const { show } = director.state;
    try {
      const lines = linesOf((await show.standings()).standings, show.names);
      return { lines: lines.map(({ rank, player, points }) => ({ rank, player, points })) };
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return { lines: [] };
      throw error;
    }
  };
  /** Every button answers how things are now. */
  const button = (press: () => unknown) => async () => {
    await press();
    return state();
  };
  return {
    '/demo/state': get(state),
    '/demo/standings': get(standings),
    '/demo/bill': get(() => billOf(useOf(stack, pipeline))),
    '/demo/play': post(
      nothing,
      button(() => director.play()),
    ),
    '/demo/pause': post(
      nothing,
      button(() => director.pause()),
    ),
    '/demo/speed': post(speed, ({ speed }) => button(() => director.setSpeed(speed))()),
    '/demo/step': post(step, ({ unit }) => button(() => director.step(unit))()),
    '/demo/season': post(season, ({ season }) => button(() => director.choose(season))()),
    '/demo/correct': post(correction, asked => correctResult(api, director.state.show.competition, asked)),
    '/demo/poison': post(poisoning, async ({ kind }) => ({ id: await poison(stack, kind), kind })),
    '/demo/break': post(handler, ({ handler }) => button(() => stack.functions.fail(functionOf(handler)))()),
    '/demo/mend': post(handler, ({ handler }) => button(() => stack.functions.mend(functionOf(handler)))()),
    '/demo/redrive': post(handler, ({ handler }) =>
      button(() => {
        const step = pipeline.handlers.find(one => one.handler === handler);
        if (step?.deadLetters === undefined) throw new DemoError(`There are no dead letters of ${handler}.`);
        return redrive(stack, step.deadLetters.settings.arn);
      })(),
    ),
    '/demo/token': post(sign, ({ player, scopes }) => grantOf(userPoolUrl, { tenant: TENANT, player, scopes })),
  };
};
