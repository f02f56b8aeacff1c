import type * as z from 'zod';
import type { Operation } from '../../shared/lambda/http/http-handler.ts';
import { strictly } from '../../shared/lambda/http/strictly.ts';
import { type Content, type Description, operationAt, resolve } from './description.ts';
import { validatorOf } from './lint.ts';

/** An answer as a client sees it. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Parsed, when it is JSON; null without a body. */
  readonly body: unknown;
}

const isClean = (value: unknown): boolean => /^[\x20-\x7e]*$/.test(String(value));

/** Holds answers against what the description and the schemas say of them. */
export const judge = (document: Description, operations: Readonly<Record<string, Operation>>) => {
  const validators = new Map<Content, z.ZodType>();
  const validator = (content: Content): z.ZodType => {
    const known = validators.get(content) ?? validatorOf(document, content.schema);
    validators.set(content, known);
    return known;
  };

  const bodyProblems = (
    route: string,
    { status, headers, body }: Answered,
    contents: Record<string, Content>,
  ): string[] => {
    const type = String(headers['content-type'] ?? '').split(';')[0] ?? '';
    const content = contents[type];
    if (Object.keys(contents).length === 0) return body === null ? [] : [`${status} has a body`];
    if (!content) return [`${status} answers ${type}`];
    const { error } = validator(content).safeParse(body);
    if (error) return [`${status} breaks its schema: ${error.message}`];
    const more =
      status < 300 ? strictly(operations[route]?.answers[status] as z.ZodType).safeParse(body).error : undefined;
    return more ? [`${status} has more than it says: ${more.message}`] : [];
  };

  /** What is wrong with an answer: nothing, as a rule. */
  return (route: string, answer: Answered): readonly string[] => {
    const { status, headers } = answer;
    const operation = operationAt(document, route);
    const own = operation.responses[String(status)];
    if (status >= 500) return [`an error of ours: ${status} ${JSON.stringify(answer.body)}`];
    if (!own) return [`${status} is not described`];
    const { content = {}, headers: described = {} } = resolve(own, document.components.responses);
    return [
      ...bodyProblems(route, answer, content),
      ...Object.entries(headers)
        .filter(([, value]) => !isClean(value))
        .map(([name]) => `the header ${name} is not clean`),
      ...(headers['cache-control'] === undefined ? ['nothing says who may keep it'] : []),
      ...(status === 200 && headers.etag !== undefined && !described.ETag ? ['an ETag that is not described'] : []),
      ...(status === 429 && headers['retry-after'] === undefined ? ['no Retry-After'] : []),
    ];
  };
};
