import { type Branch, compileBranches } from './branches.ts';
import { type EventFields, eventFields, joined, type Leaf, type Membership } from './event-fields.ts';
import { InvalidPatternError } from './invalid-pattern-error.ts';
import type { Json } from './json.ts';
import { type JsonNode, nodeOf, parseJson } from './json-node.ts';
import type { Matcher } from './operators.ts';

export { InvalidPatternError } from './invalid-pattern-error.ts';

/** An event pattern, ready to be asked. */
export interface CompiledPattern {
  /** Would a rule with this pattern take the event? What is not a JSON object is no event and never matches. */
  matches(event: Json): boolean;
  /**
   * The same for an event that is still text, where numbers keep all their digits.
   * @throws SyntaxError when the text is not JSON.
   */
  matchesText(event: string): boolean;
}

/**
 * Compiles an EventBridge event pattern. Verdicts are those of Event Ruler, the engine of EventBridge.
 *
 * @example compilePattern({ source: ['matchday'], detail: { hops: [{ numeric: ['<', 10] }] } }).matches(event)
 * @throws InvalidPatternError when EventBridge would refuse the pattern.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 * @see https://github.com/aws/event-ruler
 */
export function compilePattern(pattern: Json): CompiledPattern {
  return compileNode(nodeOf(pattern));
}

/**
 * Compiles a pattern given as JSON text, as `PutRule` gets it. Numbers keep all their digits, and a field that is written
 * twice keeps its last list, as in the engine.
 * @throws InvalidPatternError when the text is not JSON or EventBridge would refuse the pattern.
 */
export function compilePatternText(text: string): CompiledPattern {
  return compileNode(parsePattern(text));
}

function parsePattern(text: string): JsonNode {
  try {
    return parseJson(text);
  } catch (cause) {
    throw new InvalidPatternError('', 'Pattern is not JSON', { cause });
  }
}

function compileNode(pattern: JsonNode): CompiledPattern {
  // Fields are matched in the order of their names, as in the engine: what an absent field is held against depends on it.
  const branches = compileBranches(pattern).map(branch => new Map([...branch].sort(byName)));
  const matchesFields = (fields: EventFields | undefined): boolean =>
    fields !== undefined && branches.some(branch => matchesBranch(branch, fields));
  return {
    matches: event => matchesFields(fieldsOf(event)),
    matchesText: text => matchesFields(flatten(parseJson(text))),
  };
}

function flatten(event: JsonNode): EventFields | undefined {
  return event.kind === 'object' ? eventFields(event) : undefined;
}

/** A bus asks many patterns about one event: it is flattened once. */
const flattened = new WeakMap<object, EventFields | undefined>();

function fieldsOf(event: Json): EventFields | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  if (!flattened.has(event)) flattened.set(event, flatten(nodeOf(event)));
  return flattened.get(event);
}

function byName([first]: readonly [string, unknown], [second]: readonly [string, unknown]): number {
  return first < second ? -1 : 1;
}

/**
 * Every field must match, and all in the same element of an array they share. Field by field this keeps the set of
 * elements that are still possible; the branch matches if one is left.
 */
function matchesBranch(branch: Branch, fields: EventFields): boolean {
  let possible: readonly Membership[] = [new Map()];
  for (const [name, matchers] of branch) {
    possible = narrowed(possible, fields.get(name) ?? [], matchers);
    if (possible.length === 0) return false;
  }
  return true;
}

function narrowed(possible: readonly Membership[], leaves: readonly Leaf[], matchers: readonly Matcher[]) {
  const hits = leaves.filter(leaf => matchers.some(matcher => matcher.kind === 'value' && matcher.test(leaf.lexeme)));
  const mayBeAbsent = matchers.some(matcher => matcher.kind === 'absent');
  const remaining = new Map<string, Membership>();
  const keep = (membership: Membership): void => {
    remaining.set([...membership].sort(([a], [b]) => a - b).join(' '), membership);
  };
  for (const membership of possible) {
    for (const hit of hits) {
      const both = joined(membership, hit.membership);
      if (both !== undefined) keep(both);
    }
    if (mayBeAbsent && !leaves.some(leaf => joined(membership, leaf.membership))) keep(membership);
  }
  return [...remaining.values()];
}
