import type { paths } from '../../client/api.d.ts';

type Answered<Path extends keyof paths> = paths[Path] extends {
  readonly get: {
    readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Body } } };
  };
}
  ? Body
  : never;

/** A page of events, as the API answers it. */
export type EventPage = Answered<'/v1/events'>;
/** An event: what was picked is left out of its data until the match is locked. */
export type ShownEvent = EventPage['events'][number];
/** What became of an event at each handler. */
export type EventOutcomes = Answered<'/v1/operations/outcomes'>['items'][number];
export type HandlerOutcome = EventOutcomes['outcomes'][number];
export type OutcomeStatus = HandlerOutcome['status'];
export type EventsHealth = Answered<'/v1/health/events'>;
export type HandlerHealth = EventsHealth['handlers'][number];
export type Rates = Answered<'/v1/operations/rates'>;
export type MinuteRates = Rates['handlers'][number]['minutes'][number];
export type DeadLetters = Answered<'/v1/operations/dead-letters'>;
/** An event that a handler failed on for good, or was never given. */
export type DeadLetter = DeadLetters['items'][number];
export type Incident = DeadLetter['history'][number];
export type Projections = Answered<'/v1/operations/projections'>;
/** A read model. */
export type Projection = Projections['projections'][number];
export type Rebuild = NonNullable<Projection['rebuild']>;
