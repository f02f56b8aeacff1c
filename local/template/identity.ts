import { createHash } from 'node:crypto';
import type { Json } from '../types.ts';

/** What is known of a resource before its properties are resolved: enough for its name, ARN and attributes. */
export interface Identity {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly name: string;
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** One resolved property. */
  property(name: string): Json | undefined;
  readonly endpoints: Endpoints;
}

/** Where the local services listen; the ports are chosen before the template is read. */
export interface Endpoints {
  queueUrl(name: string): string;
  apiEndpoint(logicalId: string): string;
  /** Host and port of an Event API. */
  eventApiHost(logicalId: string): string;
  /** Host of a CloudFront distribution. */
  siteHost(logicalId: string): string;
}

export type Attribute = (it: Identity) => string;

/** How CloudFormation names and addresses resources of one type. */
export interface Kind {
  /** The property that holds the physical name; none for types that are only known by an id. */
  readonly nameProperty?: string;
  /** The service's longest name, in characters: a generated one is shortened to it. */
  readonly maxNameLength?: number;
  /** Whether a generated name has no capital letters. */
  readonly lowerCase?: boolean;
  readonly arn?: Attribute;
  /** What `Ref` yields; the name where it is absent. */
  readonly ref?: Attribute;
  readonly attributes?: Readonly<Record<string, Attribute>>;
}

/** The ARN of a resource that belongs to a region. */
export const arnOf =
  (service: string, resource: Attribute): Attribute =>
  it =>
    `arn:${it.partition}:${service}:${it.region}:${it.account}:${resource(it)}`;

/** An id that AWS would make up, the same at every start. */
export const idOf: Attribute = it =>
  createHash('sha256').update(`${it.stack}/${it.logicalId}`).digest('hex').slice(0, 10);
export const nameOf: Attribute = it => it.name;

/** A type whose `Ref` is an id and whose attribute of the given name is that id. */
export const identified = (attribute: string): Kind => ({ ref: idOf, attributes: { [attribute]: idOf } });
