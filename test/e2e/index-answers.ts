import { type Caller, organiserOf } from '../../cli/tokens.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import type { TestStack } from './harness.ts';

interface Page {
  readonly events: readonly Envelope[];
  readonly cursor?: string;
  readonly more: boolean;
}

/** All pages of `GET /v1/events`, seven events each. */
const readAll = async ({ api }: TestStack, caller: Caller, question: string): Promise<readonly Envelope[]> => {
  let page = await api.get<Page>(caller, `/v1/events?${question}&limit=7`);
  const events = [...page.events];
  while (page.more) {
    page = await api.get<Page>(caller, `/v1/events?cursor=${page.cursor}&limit=7`);
    events.push(...page.events);
  }
  return events;
};

const groupsOf = (events: readonly Envelope[], key: (event: Envelope) => string): [string, string[]][] =>
  [...Map.groupBy(events, key)].map(([name, own]) => [name, own.map(({ id }) => id).sort()]);

/** What the queries ought to say of a tenant with these events. */
export const expectedAnswers = (events: readonly Envelope[]) => ({
  since: events.map(({ id }) => id).sort(),
  byType: groupsOf(events, ({ type }) => type),
  byCorrelation: groupsOf(events, ({ correlationId }) => correlationId),
  byId: events,
});

/** What they say, over the API, when they are asked for each type, story and event that there is. */
export const answersOf = async (open: TestStack, tenant: string, events: readonly Envelope[]) => {
  const host = organiserOf(tenant);
  const ask = async (questions: readonly string[], word: string): Promise<[string, string[]][]> => {
    const answers: [string, string[]][] = [];
    for (const question of questions) {
      const found = await readAll(open, host, `${word}=${encodeURIComponent(question)}`);
      answers.push([question, found.map(({ id }) => id).sort()]);
    }
    return answers;
  };
  const distinct = (key: (event: Envelope) => string): string[] => [...new Set(events.map(key))];
  const byId: Envelope[] = [];
  for (const { id } of events) byId.push(await open.api.get(host, `/v1/events/${encodeURIComponent(id)}`));
  return {
    since: (await readAll(open, host, 'since=2000-01-01T00:00:00.000Z')).map(({ id }) => id).sort(),
    byType: await ask(
      distinct(({ type }) => type),
      'type',
    ),
    byCorrelation: await ask(
      distinct(({ correlationId }) => correlationId),
      'correlationId',
    ),
    byId,
  };
};
