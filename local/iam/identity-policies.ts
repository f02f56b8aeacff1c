import { listOf, objectOf, textOf, textsOf } from '../template/values.ts';
import type { Assembly, Json, Resource } from '../types.ts';
import { managedPolicy } from './managed-policies.ts';
import { type Statement, statementsOf } from './statement.ts';

/** What a role may do, and the most it ever may. */
export interface Identity {
  readonly statements: readonly Statement[];
  /** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
  readonly boundary: readonly Statement[] | undefined;
}

/** The identity of every role of the template, by the role's ARN. */
export function identities(assembly: Assembly): ReadonlyMap<string, Identity> {
  return new Map(
    assembly.ofType('AWS::IAM::Role').map(role => {
      const boundary = textOf(role.properties.PermissionsBoundary);
      const identity: Identity = {
        statements: documentsOf(role, assembly).flatMap(statementsOf),
        boundary: boundary === undefined ? undefined : statementsOf(policyDocument(boundary, assembly)),
      };
      return [role.arn, identity];
    }),
  );
}

function documentsOf(role: Resource, assembly: Assembly): readonly (Json | undefined)[] {
  const inline = listOf(role.properties.Policies).map(policy => objectOf(policy).PolicyDocument);
  const managed = textsOf(role.properties.ManagedPolicyArns).map(arn => policyDocument(arn, assembly));
  const attached = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy']
    .flatMap(type => assembly.ofType(type))
    .filter(policy => textsOf(policy.properties.Roles).includes(role.name))
    .map(policy => policy.properties.PolicyDocument);
  return [...inline, ...managed, ...attached];
}

function policyDocument(arn: string, assembly: Assembly): Json | undefined {
  return managedPolicy(arn) ?? assembly.byArn(arn)?.properties.PolicyDocument;
}
