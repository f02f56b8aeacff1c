import { openApiDocument } from '../../scripts/api/document.ts';
import type { JsonSchema } from '../../scripts/api/json-schemas.ts';

/** What tests read of a description; they change copies of it. */
export interface Parameter {
  name?: string;
  in?: string;
  required?: boolean;
  description?: string;
  schema?: JsonSchema;
  example?: unknown;
  $ref?: string;
}

export interface Content {
  schema: JsonSchema;
  example?: unknown;
}

export interface Response {
  description?: string;
  headers?: Record<string, unknown>;
  content?: Record<string, Content>;
  $ref?: string;
}

export interface OperationObject {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  security: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Record<string, Content> };
  responses: Record<string, Response>;
}

export interface Description {
  paths: Record<string, Record<string, OperationObject>>;
  components: {
    schemas: Record<string, JsonSchema>;
    parameters: Record<string, Parameter>;
    responses: Record<string, Response>;
  };
}

/** The description as the tests read it. */
export const describeApi = (...own: Parameters<typeof openApiDocument>): Description =>
  openApiDocument(...own) as unknown as Description;

/** The operation of a route such as `GET /v1/matches/{matchId}`. */
export const operationAt = ({ paths }: Description, route: string): OperationObject => {
  const [method = '', path = ''] = route.split(' ');
  const operation = paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${route} is not described`);
  return operation;
};

/** What a reference means, or the thing itself. */
export const resolve = <T extends { $ref?: string }>(own: T, components: Record<string, T>): T =>
  (own.$ref === undefined ? own : components[own.$ref.split('/').at(-1) ?? '']) ?? own;
