import { booleanAt, numberAt, objectAt, objectsAt, textAt } from '../json.ts';
import { type Assembly, type JsonObject, LocalRuntimeError } from '../types.ts';

/** Headers that are added to an answer; those that do not override are added where it has none of that name. */
export type AddedHeaders = readonly { readonly name: string; readonly value: string; readonly override: boolean }[];

/** Nothing on this machine speaks TLS. */
const withoutTls = (value: string): string =>
  value.replaceAll(/\b(http|ws)s:\/\/(127\.0\.0\.1|localhost)(?=[:/\s;]|$)/g, '$1://$2');

const transportSecurity = (raw: JsonObject): string =>
  [
    `max-age=${numberAt(raw, 'AccessControlMaxAgeSec') ?? 0}`,
    ...(booleanAt(raw, 'IncludeSubdomains') ? ['includeSubDomains'] : []),
    ...(booleanAt(raw, 'Preload') ? ['preload'] : []),
  ].join('; ');

/** What each element of `SecurityHeadersConfig` becomes. */
const SECURITY: Readonly<Record<string, readonly [name: string, value: (raw: JsonObject) => string | undefined]>> = {
  ContentSecurityPolicy: ['content-security-policy', raw => textAt(raw, 'ContentSecurityPolicy')],
  ContentTypeOptions: ['x-content-type-options', () => 'nosniff'],
  FrameOptions: ['x-frame-options', raw => textAt(raw, 'FrameOption')],
  ReferrerPolicy: ['referrer-policy', raw => textAt(raw, 'ReferrerPolicy')],
  StrictTransportSecurity: ['strict-transport-security', transportSecurity],
};

/**
 * The headers that a behavior's response headers policy adds.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
 *
 * @throws LocalRuntimeError for a policy that is not of the template, such as AWS's own
 */
export const headersPolicyOf = (behavior: JsonObject | undefined, assembly: Assembly, where: string): AddedHeaders => {
  const id = textAt(behavior, 'ResponseHeadersPolicyId');
  if (id === undefined) return [];
  const policy = assembly.ofType('AWS::CloudFront::ResponseHeadersPolicy').find(({ ref }) => ref === id);
  if (policy === undefined) throw new LocalRuntimeError(`${where}: the template has no response headers policy ${id}.`);
  const config = objectAt(policy.properties, 'ResponseHeadersPolicyConfig');
  const security = objectAt(config, 'SecurityHeadersConfig');
  const known = Object.entries(SECURITY).flatMap(([element, [name, render]]) => {
    const raw = objectAt(security, element);
    return raw ? [{ name, value: render(raw) ?? '', override: booleanAt(raw, 'Override') ?? false }] : [];
  });
  const own = objectsAt(objectAt(config, 'CustomHeadersConfig'), 'Items').map(raw => ({
    name: (textAt(raw, 'Header') ?? '').toLowerCase(),
    value: textAt(raw, 'Value') ?? '',
    override: booleanAt(raw, 'Override') ?? false,
  }));
  return [...known, ...own].map(each => ({ ...each, value: withoutTls(each.value) }));
};

/** Headers of an answer with those that a policy adds. */
export const withHeaders = <T>(
  headers: Readonly<Record<string, T>>,
  added: AddedHeaders,
): Readonly<Record<string, T | string>> => {
  const all: Record<string, T | string> = { ...headers };
  for (const { name, value, override } of added) if (override || all[name] === undefined) all[name] = value;
  return all;
};
