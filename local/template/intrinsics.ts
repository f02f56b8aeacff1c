import { isObject } from '../json.ts';
import { type Json, type JsonObject, LocalRuntimeError } from '../types.ts';
import { listOf, textOf } from './values.ts';

/** What the intrinsic functions of one stack can refer to. A lookup that finds nothing yields undefined. */
export interface Scope {
  /** `Stack/LogicalId`, for messages. */
  readonly where: string;
  /** A parameter or a resource; pseudo parameters included, `AWS::NoValue` not. */
  ref(name: string): Json | undefined;
  attribute(logicalId: string, attribute: string): string | undefined;
  importValue(name: string): Json | undefined;
  condition(name: string): boolean | undefined;
  mapping(map: string, top: string, second: string): Json | undefined;
}

/**
 * Replaces every intrinsic function in a value. Undefined stands for `AWS::NoValue`: the property, or the list's item,
 * that held it is left out.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 * @throws LocalRuntimeError naming stack, logical id and path of what cannot be resolved
 */
export function resolve(value: Json, scope: Scope, path: string): Json | undefined {
  if (Array.isArray(value)) return value.flatMap((item, index) => wrap(resolve(item, scope, `${path}[${index}]`)));
  if (!isObject(value)) return value;
  const keys = Object.keys(value);
  const [only] = keys;
  if (only !== undefined && keys.length === 1 && (only === 'Ref' || only.startsWith('Fn::'))) {
    const apply = functions[only];
    if (apply === undefined) return refuse(scope, path, `${only} is not known to the local runtime`);
    return apply(value[only] ?? null, scope, `${path}.${only}`);
  }
  return resolveObject(value, scope, path);
}

/** Whether a condition of the template holds. */
export function holds(expression: Json, scope: Scope, path: string): boolean {
  if (isObject(expression)) {
    const [name] = Object.keys(expression);
    const argument = name === undefined ? undefined : expression[name];
    if (name === 'Condition') return conditionNamed(argument, scope, path);
    const operands = listOf(argument);
    if (name === 'Fn::And') return operands.every(operand => holds(operand, scope, path));
    if (name === 'Fn::Or') return operands.some(operand => holds(operand, scope, path));
    if (name === 'Fn::Not') return !operands.every(operand => holds(operand, scope, path));
    if (name === 'Fn::Equals') {
      const [left, right] = operands.map(operand => JSON.stringify(resolve(operand, scope, path)));
      return left === right;
    }
  }
  return refuse(scope, path, `${JSON.stringify(expression)} is no condition`);
}

type Intrinsic = (argument: Json, scope: Scope, path: string) => Json | undefined;

const functions: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, scope, path) => {
    if (argument === 'AWS::NoValue') return undefined;
    const name = text(argument, scope, path);
    return scope.ref(name) ?? refuse(scope, path, `nothing is called ${name}`);
  },
  'Fn::GetAtt': (argument, scope, path) => {
    const dotted = typeof argument === 'string' ? splitOnce(argument, '.') : listOf(argument);
    const [logicalId, attribute] = dotted.map(part => text(part, scope, path));
    return getAttribute(logicalId ?? '', attribute ?? '', scope, path);
  },
  'Fn::Join': (argument, scope, path) => {
    const [delimiter, items] = listOf(argument);
    return texts(items, scope, path).join(text(delimiter, scope, path));
  },
  'Fn::Split': (argument, scope, path) => {
    const [delimiter, source] = listOf(argument);
    return text(source, scope, path).split(text(delimiter, scope, path));
  },
  'Fn::Select': (argument, scope, path) => {
    const [index, items] = listOf(argument);
    const chosen = listOf(resolve(items ?? [], scope, path))[Number(text(index, scope, path))];
    return chosen ?? refuse(scope, path, `the list has no item ${text(index, scope, path)}`);
  },
  'Fn::Sub': (argument, scope, path) => {
    const [template, variables] = listOf(argument);
    return substitute(text(template, scope, path), isObject(variables) ? variables : {}, scope, path);
  },
  'Fn::ImportValue': (argument, scope, path) => {
    const name = text(argument, scope, path);
    return scope.importValue(name) ?? refuse(scope, path, `no stack exports ${name}`);
  },
  'Fn::If': (argument, scope, path) => {
    const [condition, then, otherwise] = listOf(argument);
    return resolve((conditionNamed(condition, scope, path) ? then : otherwise) ?? null, scope, path);
  },
  'Fn::FindInMap': (argument, scope, path) => {
    const [map = '', top = '', second = ''] = texts(argument, scope, path);
    return scope.mapping(map, top, second) ?? refuse(scope, path, `the mapping ${map} has no ${top}.${second}`);
  },
  'Fn::Base64': (argument, scope, path) => Buffer.from(text(argument, scope, path)).toString('base64'),
};

function resolveObject(value: JsonObject, scope: Scope, path: string): JsonObject {
  const resolved: [string, Json][] = [];
  for (const [key, item] of Object.entries(value)) {
    const result = resolve(item, scope, `${path}.${key}`);
    if (result !== undefined) resolved.push([key, result]);
  }
  return Object.fromEntries(resolved);
}

function substitute(template: string, variables: JsonObject, scope: Scope, path: string): string {
  return template.replaceAll(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) => {
    if (literal === '!') return `\${${name}}`;
    const variable = variables[name];
    if (variable !== undefined) return text(variable, scope, path);
    const [logicalId, attribute] = splitOnce(name, '.');
    if (attribute !== undefined) return getAttribute(logicalId ?? '', attribute, scope, path);
    return text(scope.ref(name), scope, path, `nothing is called ${name}`);
  });
}

function getAttribute(logicalId: string, attribute: string, scope: Scope, path: string): string {
  return scope.attribute(logicalId, attribute) ?? refuse(scope, path, `${logicalId} has no attribute ${attribute}`);
}

function conditionNamed(name: Json | undefined, scope: Scope, path: string): boolean {
  const known = typeof name === 'string' ? scope.condition(name) : undefined;
  return known ?? refuse(scope, path, `no condition is called ${JSON.stringify(name)}`);
}

function text(value: Json | undefined, scope: Scope, path: string, otherwise = 'a text is wanted'): string {
  return textOf(resolve(value ?? null, scope, path)) ?? refuse(scope, path, otherwise);
}

function texts(value: Json | undefined, scope: Scope, path: string): readonly string[] {
  return listOf(resolve(value ?? [], scope, path)).map(item => text(item, scope, path));
}

function splitOnce(source: string, separator: string): readonly string[] {
  const at = source.indexOf(separator);
  return at < 0 ? [source] : [source.slice(0, at), source.slice(at + 1)];
}

function wrap(value: Json | undefined): readonly Json[] {
  return value === undefined ? [] : [value];
}

function refuse(scope: Scope, path: string, why: string): never {
  throw new LocalRuntimeError(`${scope.where} at ${path}: ${why}`);
}
