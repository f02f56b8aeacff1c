import { isObject } from '../json.ts';
import { listOf, objectOf, textsOf } from '../template/values.ts';
import type { Json, JsonObject } from '../types.ts';
import { type ConditionContext, evaluateConditions } from './conditions.ts';
import { wildcard } from './wildcard.ts';

/** One request as statements see it. */
export interface Question {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly context: ConditionContext;
}

/** A statement of a policy, ready to be asked. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  applies(question: Question): boolean;
}

/**
 * The statements of a policy document. Whether `Principal` is looked at depends on the policy: a resource policy has
 * one in each statement, an identity policy in none.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function statementsOf(document: Json | undefined): readonly Statement[] {
  return listOf(objectOf(document).Statement).map(statement => compile(objectOf(statement)));
}

function compile(statement: JsonObject): Statement {
  const effect = statement.Effect === 'Deny' ? 'Deny' : 'Allow';
  const action = anyOf(statement.Action, statement.NotAction, 'i');
  const resource = anyOf(statement.Resource, statement.NotResource, '');
  const principal = principalOf(statement);
  const conditions = objectOf(statement.Condition);
  return {
    effect,
    applies: question => {
      if (!action(question.action) || !resource(question.resource) || !principal(question.principal)) return false;
      const verdict = evaluateConditions(conditions, question.context);
      // Where nobody can tell, the answer is no: an Allow grants nothing, a Deny forbids.
      return verdict === 'holds' || (verdict === 'unknown' && effect === 'Deny');
    },
  };
}

/** A statement without the element (a trust policy has no Resource) is not limited by it. */
function anyOf(wanted: Json | undefined, excluded: Json | undefined, flags: '' | 'i'): (text: string) => boolean {
  const matchers = textsOf(wanted ?? excluded).map(pattern => wildcard(pattern, flags));
  if (wanted !== undefined) return text => matchers.some(matches => matches(text));
  return excluded === undefined ? () => true : text => !matchers.some(matches => matches(text));
}

function principalOf(statement: JsonObject): (principal: string) => boolean {
  const { Principal: wanted, NotPrincipal: excluded } = statement;
  if (wanted !== undefined) return principal => named(wanted, principal);
  return excluded === undefined ? () => true : principal => !named(excluded, principal);
}

/**
 * An account as principal (`arn:aws:iam::…:root`) delegates to that account's identity policies and grants nothing by
 * itself, so it names nobody here.
 */
function named(principals: Json, principal: string): boolean {
  if (principals === '*') return true;
  if (!isObject(principals)) return false;
  return Object.values(principals)
    .flatMap(textsOf)
    .some(candidate => candidate === '*' || candidate === principal);
}
