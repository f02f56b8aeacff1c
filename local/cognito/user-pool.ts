import { numberAt, objectAt, objectsAt, textAt } from '../json.ts';
import { type Assembly, LocalRuntimeError, type Resource } from '../types.ts';

/** An app client of a user pool. */
export interface UserPoolClient {
  readonly id: string;
  /** How long its tokens are good, in seconds. */
  readonly accessSeconds: number;
  readonly idSeconds: number;
}

/** A user pool of the template. */
export interface UserPool {
  readonly logicalId: string;
  readonly id: string;
  readonly arn: string;
  readonly region: string;
  readonly issuer: string;
  readonly clients: readonly UserPoolClient[];
  readonly groups: readonly string[];
  /** `custom:…`, as users have them. */
  readonly customAttributes: readonly string[];
  /** ARN of the function that shapes tokens before they are signed. */
  readonly trigger: string | undefined;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cognito-userpoolclient-tokenvalidityunits.html */
const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

const clientOf = ({ ref, properties }: Resource): UserPoolClient => {
  const secondsOf = (token: 'AccessToken' | 'IdToken'): number => {
    const unit = textAt(objectAt(properties, 'TokenValidityUnits'), token) ?? 'hours';
    return (numberAt(properties, `${token}Validity`) ?? 1) * (SECONDS[unit] ?? 3600);
  };
  return { id: ref, accessSeconds: secondsOf('AccessToken'), idSeconds: secondsOf('IdToken') };
};

/** Only the second version of the event can shape access tokens, and only it is spoken here. */
const triggerOf = ({ stack, logicalId, properties }: Resource): string | undefined => {
  const configuration = objectAt(objectAt(properties, 'LambdaConfig'), 'PreTokenGenerationConfig');
  if (configuration === undefined) return undefined;
  if (textAt(configuration, 'LambdaVersion') === 'V2_0') return textAt(configuration, 'LambdaArn');
  throw new LocalRuntimeError(`${stack}/${logicalId}: a token trigger runs locally only with the event V2_0.`);
};

/** The user pools of an assembly. @throws LocalRuntimeError for a trigger that does not run here */
export const userPoolsOf = (assembly: Assembly): readonly UserPool[] =>
  assembly.ofType('AWS::Cognito::UserPool').map(pool => {
    const of = (type: string) => assembly.ofType(type).filter(({ properties }) => properties.UserPoolId === pool.ref);
    return {
      logicalId: pool.logicalId,
      id: pool.ref,
      arn: pool.arn,
      region: assembly.region,
      issuer: `https://cognito-idp.${assembly.region}.amazonaws.com/${pool.ref}`,
      clients: of('AWS::Cognito::UserPoolClient').map(clientOf),
      groups: of('AWS::Cognito::UserPoolGroup').map(({ name }) => name),
      customAttributes: objectsAt(pool.properties, 'Schema').map(schema => `custom:${textAt(schema, 'Name')}`),
      trigger: triggerOf(pool),
    };
  });
