import { answerOnce, type CommandAnswers } from '../../application/command-answers.ts';
import { type DeadLetterSources, lookAround, placeInTime, showLetters } from '../../application/dead-letters/list.ts';
import type { Operator } from '../../application/dead-letters/search.ts';
import { discard, redrive } from '../../application/dead-letters/settle.ts';
import {
  discardBody,
  letterQuery,
  lettersView,
  redriveBody,
  settledView,
  showLetter,
  showQueue,
} from './dead-letter-schemas.ts';
import { type Operation, operation } from './http-handler.ts';
import { nothing, withoutBody } from './nothing.ts';
import { pageOf } from './paging.ts';
import type { OfPlatform } from './platform.ts';
import type { Principal } from './principal.ts';

/** What operations on dead letters need. */
export interface DeadLetterOperationDependencies extends DeadLetterSources {
  readonly answers: CommandAnswers;
  readonly ofPlatform: OfPlatform;
}

const operatorOf = (ofPlatform: OfPlatform, principal: Principal): Operator => ({
  tenantId: principal.tenantId,
  actor: principal.playerId,
  platform: ofPlatform(principal),
});

const listLetters = (dependencies: DeadLetterOperationDependencies): Operation =>
  operation({
    id: 'listDeadLetters',
    summary: 'What failed for good or never arrived, the oldest first, with every attempt that is on record',
    body: withoutBody,
    query: letterQuery,
    answers: { 200: lettersView },
    handle: async ({ principal, query: { handler, ...page } }) => {
      const operator = operatorOf(dependencies.ofPlatform, principal);
      const { letters, queues } = await lookAround(dependencies, operator, handler);
      const question = { tenantId: principal.tenantId, of: JSON.stringify(['dead-letters', handler]) };
      const { items, next } = pageOf(question, letters, { ...page, place: ({ letter }) => placeInTime(letter) });
      const shown = await showLetters(dependencies, items);
      return { status: 200, body: { items: shown.map(showLetter), next, queues: queues.map(showQueue) } };
    },
  });

/** What handlers failed on: to be looked at, given to them once more, or discarded. Of one's own tenant. */
export const deadLetterOperations = (dependencies: DeadLetterOperationDependencies) => ({
  'GET /v1/operations/dead-letters': listLetters(dependencies),
  'POST /v1/operations/dead-letters/redrive': operation({
    id: 'redriveDeadLetters',
    summary: 'Gives dead letters to their handlers once more: some, or all that can be',
    body: redriveBody,
    query: nothing,
    answers: { 200: settledView },
    handle: async ({ principal, context, body: chosen }) => {
      const operator = operatorOf(dependencies.ofPlatform, principal);
      const settled = () => redrive(dependencies, operator, { chosen, now: context.now });
      return { status: 200, body: await answerOnce(dependencies.answers, context, settled) };
    },
  }),
  'POST /v1/operations/dead-letters/discard': operation({
    id: 'discardDeadLetters',
    summary: 'Takes dead letters away for good; who did it and why is kept',
    body: discardBody,
    query: nothing,
    answers: { 200: settledView },
    handle: async ({ principal, context, body }) => {
      const operator = operatorOf(dependencies.ofPlatform, principal);
      const settled = () => discard(dependencies, operator, { ...body, now: context.now });
      return { status: 200, body: await answerOnce(dependencies.answers, context, settled) };
    },
  }),
});
