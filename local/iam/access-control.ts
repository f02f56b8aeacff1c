import type { AccessControl, AccessDecision, AccessRequest, Assembly } from '../types.ts';
import type { ConditionContext } from './conditions.ts';
import { type Identity, identities } from './identity-policies.ts';
import { resourcePolicies } from './resource-policies.ts';
import type { Question, Statement } from './statement.ts';

/** Decisions kept. A stack asks a few hundred different questions; keys in the context could make more. */
const CACHE_LIMIT = 10_000;

/**
 * The policies of a template, evaluated as IAM does within one account.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function accessControl(assembly: Assembly): AccessControl {
  const roles = identities(assembly);
  const policies = resourcePolicies(assembly);
  const decisions = new Map<string, AccessDecision>();
  const judge = (request: AccessRequest): AccessDecision => {
    const question = questionOf(request, assembly);
    return decide(question, roles.get(request.principal), policies.get(policyHolder(request.resource)) ?? []);
  };
  return {
    decide: request => {
      const { principal, action, resource, context } = request;
      const key = `${principal}\n${action}\n${resource}\n${context === undefined ? '' : JSON.stringify(context)}`;
      const known = decisions.get(key);
      if (known !== undefined) return known;
      if (decisions.size >= CACHE_LIMIT) decisions.clear();
      const decision = judge(request);
      decisions.set(key, decision);
      return decision;
    },
  };
}

function decide(question: Question, identity: Identity | undefined, policy: readonly Statement[]): AccessDecision {
  const own = identity?.statements ?? [];
  if (has('Deny', own, question)) return refused(question, 'with an explicit deny in an identity-based policy');
  if (has('Deny', policy, question)) return refused(question, 'with an explicit deny in a resource-based policy');
  const because = (kind: string) => refused(question, `because no ${kind} policy allows the ${question.action} action`);
  const allowedByResource = has('Allow', policy, question);
  if (!isRole(question.principal)) return allowedByResource ? { allowed: true } : because('resource-based');
  // A role is assumed on the word of its trust policy; identity policies do not open it within an account by themselves.
  if (question.action === 'sts:AssumeRole') return allowedByResource ? { allowed: true } : because('role trust');
  if (allowedByResource) return { allowed: true };
  if (!has('Allow', own, question)) return because('identity-based');
  if (identity?.boundary !== undefined && !has('Allow', identity.boundary, question)) {
    return because('permissions boundary');
  }
  return { allowed: true };
}

function has(effect: Statement['effect'], statements: readonly Statement[], question: Question): boolean {
  return statements.some(statement => statement.effect === effect && statement.applies(question));
}

function isRole(principal: string): boolean {
  return principal.startsWith('arn:');
}

/** A table's policy also holds for its indexes and its stream, a bucket's for its objects. */
function policyHolder(arn: string): string {
  return arn
    .replace(/^(arn:[^:]+:dynamodb:[^/]+\/[^/]+)\/(?:index|stream)\/.*$/, '$1')
    .replace(/^(arn:[^:]+:s3:::[^/]+)\/.*$/s, '$1');
}

function refused({ principal, action, resource }: Question, why: string): AccessDecision {
  const who = isRole(principal) ? `User: ${principal}` : `Service: ${principal}`;
  return { allowed: false, reason: `${who} is not authorized to perform: ${action} on resource: ${resource} ${why}` };
}

/** Global keys that every request has; local calls stand for TLS ones. */
function questionOf(request: AccessRequest, assembly: Assembly): Question {
  const service = !isRole(request.principal);
  const keys: Record<string, string | readonly string[]> = {
    'aws:SecureTransport': 'true',
    'aws:RequestedRegion': assembly.region,
    'aws:PrincipalIsAWSService': String(service),
    ...(service
      ? { 'aws:PrincipalServiceName': request.principal }
      : { 'aws:PrincipalArn': request.principal, 'aws:PrincipalAccount': assembly.account }),
    ...request.context,
  };
  const context: ConditionContext = new Map(
    Object.entries(keys).map(([key, value]) => [key.toLowerCase(), typeof value === 'string' ? [value] : value]),
  );
  return { principal: request.principal, action: request.action, resource: request.resource, context };
}
