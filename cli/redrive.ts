import { userInfo } from 'node:os';
import { Argument } from 'commander';
import { nameOf } from '../client/dead-letters.ts';
import { type DeadLetterSources, lookAround, showLetters } from '../shared/application/dead-letters/list.ts';
import type { LetterRef } from '../shared/application/dead-letters/ports.ts';
import type { Operator } from '../shared/application/dead-letters/search.ts';
import { discard, redrive, type Settled } from '../shared/application/dead-letters/settle.ts';
import { refOf, showLetter } from '../shared/lambda/http/dead-letter-schemas.ts';
import { checkCommand, misuse } from './ledger/check-command.ts';
import { openDeadLetters } from './ledger/dead-letters.ts';
import { type DeploymentOptions, withDeploymentOptions } from './ledger/deployment.ts';
import { deadOf, type Found, jsonOf, linesOf } from './redrive/report.ts';
import { runCli } from './run-cli.ts';
import { say } from './say.ts';

interface Arguments extends DeploymentOptions {
  readonly all?: boolean;
  readonly id?: readonly string[];
  readonly discard?: boolean;
  readonly reason?: string;
  readonly json?: boolean;
}

const program = withDeploymentOptions(checkCommand('redrive'))
  .description(
    'Lists what failed for good, of all tenants, by function and reason; gives it to its handler once more, or discards it. Exit code 0: nothing is dead any more, of the handler if one is named; 1: something is. What fails once more is back after its attempts: look again.',
  )
  .addArgument(new Argument('[handler]', 'redrive the dead letters of this one'))
  .option('--all', 'redrive those of every handler')
  .option('--id <id...>', 'redrive these: ids of messages, or of what they are about')
  .option('--discard', 'take them away for good instead; what is about a pick that is open stays')
  .option('--reason <text>', 'with --discard: why, which is kept with who did it')
  .option('--json', 'print JSON')
  .parse();

const operator: Operator = { tenantId: undefined, actor: `${userInfo().username} at a terminal`, platform: true };

const look = async (sources: DeadLetterSources, handler: string | undefined): Promise<Found> => {
  const { letters, queues } = await lookAround(sources, operator, handler);
  return { queues, letters: (await showLetters(sources, letters)).map(showLetter) };
};

/** @throws LocalRuntimeError what was asked for makes no sense */
const check = ({ queues }: DeadLetterSources, handler: string | undefined, options: Arguments): void => {
  const handlers = [...new Set(queues.places().map(place => place.handler))].sort();
  if (handler !== undefined && !handlers.includes(handler))
    throw misuse(`"${handler}" has no dead letters: there are ${handlers.join(', ')}.`);
  const ways = [handler, options.all, options.id].filter(way => way !== undefined);
  if (ways.length > 1) throw misuse('Name a handler, or --all, or --id.');
  if (options.discard && ways.length === 0) throw misuse('--discard needs a handler, --all or --id.');
  if (options.discard && !options.reason?.trim()) throw misuse('--discard needs a --reason.');
  if (options.reason !== undefined && !options.discard) throw misuse('--reason goes with --discard.');
};

/** The letters that were named by their own id or by what they are about. @throws LocalRuntimeError one is not there */
const named = (found: Found, ids: readonly string[]): readonly LetterRef[] =>
  ids.flatMap(id => {
    const letters = found.letters.filter(letter => letter.messageId === id || nameOf(letter) === id);
    if (letters.length === 0) throw misuse(`There is no dead letter ${id}, or it is about a pick that is open.`);
    return letters.map(refOf);
  });

const settle = async (
  sources: DeadLetterSources,
  handler: string | undefined,
  { id, discard: discards, reason = '' }: Arguments,
): Promise<Settled> => {
  const now = new Date().toISOString();
  if (id === undefined && !discards) return redrive(sources, operator, { chosen: { all: true, handler }, now });
  const found = await look(sources, handler);
  const letters = id === undefined ? found.letters.map(refOf) : named(found, id);
  return discards
    ? discard(sources, operator, { letters, reason: reason.trim(), now })
    : redrive(sources, operator, { chosen: { letters }, now });
};

const run = async (): Promise<number> => {
  const options = program.opts<Arguments>();
  const [handler] = program.args;
  using open = await openDeadLetters(options);
  const { sources } = open;
  check(sources, handler, options);
  const asked = handler !== undefined || options.all === true || options.id !== undefined;
  const settled = asked ? await settle(sources, handler, options) : undefined;
  const left = await look(sources, handler);
  if (options.json) say(JSON.stringify({ ...(settled && { settled }), ...jsonOf(left) }, undefined, 2));
  else {
    if (settled) say(`${options.discard ? 'Discarded' : 'Given to their handlers'}: ${settled.done.length}.`);
    if (settled && settled.missing.length > 0) say(`Not found, somebody else holds them: ${settled.missing.length}.`);
    for (const line of linesOf(left)) say(line);
  }
  return deadOf(left) === 0 ? 0 : 1;
};

await runCli(run);
