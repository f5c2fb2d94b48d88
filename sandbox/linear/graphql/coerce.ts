import { isRecord } from '../../http/exchange.js';
import { type TypeRef, typeText, type Value, type VariableDefinition } from './ast.js';
import { requestError } from './errors.js';
import type { InputField, Schema } from './schema.js';

export type Variables = Record<string, unknown>;

/** Reads one scalar; undefined when the value is none of its kind. */
export type ScalarReader = (value: unknown) => unknown;
export type Scalars = Record<string, ScalarReader>;

export const STANDARD_SCALARS: Scalars = {
  ID: (value) => (typeof value === 'string' ? value : Number.isInteger(value) ? String(value) : undefined),
  String: (value) => (typeof value === 'string' ? value : undefined),
  Int: (value) => (Number.isInteger(value) && Math.abs(value as number) < 2 ** 31 ? value : undefined),
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
};

class Misfit extends Error {}

/** Turns what clients send into values of the schema's input types. */
export class Coercion {
  constructor(
    private readonly schema: Schema,
    private readonly scalars: Scalars,
  ) {}

  /** @throws RequestError naming the variable that does not fit */
  variables(definitions: readonly VariableDefinition[], given: Variables): Variables {
    const result: Variables = {};
    for (const { name, type, fallback, at } of definitions) {
      const label = `Variable "$${name}"`;
      const value = given[name];
      try {
        if (value === undefined) {
          if (fallback) result[name] = this.read(type, literal(fallback, {}), `$${name}`);
          else if ('nonNull' in type) throw new Misfit(`of required type "${typeText(type)}" was not provided.`);
        } else if (value === null && 'nonNull' in type) {
          throw new Misfit(`of non-null type "${typeText(type)}" must not be null.`);
        } else result[name] = this.read(type, value, `$${name}`);
      } catch (error) {
        if (!(error instanceof Misfit)) throw error;
        const text = /^of /.test(error.message) ? error.message : `got invalid value ${error.message}`;
        throw requestError('BAD_USER_INPUT', `${label} ${text}`, at);
      }
    }
    return result;
  }

  /** The values of a field's arguments; a variable that was not given counts as an argument left out. */
  arguments(fields: Record<string, InputField>, given: Record<string, Value>, variables: Variables): Variables {
    const result: Variables = {};
    for (const [name, { type, fallback }] of Object.entries(fields)) {
      const node = given[name] ?? fallback;
      if (!node || (node.kind === 'variable' && !(node.name in variables))) continue;
      result[name] = this.read(type, literal(node, variables), name);
    }
    return result;
  }

  /** @returns why a written value does not fit its type, or undefined; variables are taken to fit */
  misfit(type: TypeRef, node: Value): string | undefined {
    try {
      this.read(type, literal(node, undefined), '');
      return undefined;
    } catch (error) {
      if (error instanceof Misfit) return error.message;
      throw error;
    }
  }

  private read(type: TypeRef, value: unknown, where: string): unknown {
    if (value === ANY) return value;
    if ('nonNull' in type) {
      if (value === null || value === undefined)
        throw new Misfit(`null; Expected non-nullable type "${typeText(type)}" not to be null.`);
      return this.read(type.nonNull, value, where);
    }
    if (value === null) return null;
    if ('list' in type) {
      const items: unknown[] = Array.isArray(value) ? value : [value];
      return items.map((item, i) => this.read(type.list, item, `${where}[${i}]`));
    }
    const definition = this.schema.get(type.name);
    if (definition.kind === 'input') return this.readInput(definition.name, definition.fields, value, where);
    const enumText = value instanceof EnumName ? value.name : value;
    if (definition.kind === 'enum') {
      if (typeof enumText === 'string' && definition.values.includes(enumText)) return enumText;
      throw new Misfit(`${shown(value)}; Value does not exist in "${type.name}" enum.`);
    }
    const scalar = value instanceof EnumName ? undefined : this.scalars[type.name]?.(value);
    if (scalar === undefined) throw new Misfit(`${shown(value)}; ${type.name} cannot represent this value.`);
    return scalar;
  }

  private readInput(name: string, fields: Record<string, InputField>, value: unknown, where: string): unknown {
    if (!isRecord(value)) throw new Misfit(`${shown(value)}; Expected type "${name}" to be an object.`);
    const result: Variables = {};
    for (const key of Object.keys(value)) {
      if (!fields[key]) throw new Misfit(`${shown(value)}; Field "${key}" is not defined by type "${name}".`);
    }
    for (const [key, field] of Object.entries(fields)) {
      const given =
        value[key] ?? (value[key] === undefined && field.fallback ? literal(field.fallback, {}) : value[key]);
      if (given !== undefined) result[key] = this.read(field.type, given, `${where}.${key}`);
      else if ('nonNull' in field.type)
        throw new Misfit(
          `${shown(value)}; Field "${key}" of required type "${typeText(field.type)}" was not provided.`,
        );
    }
    return result;
  }
}

/** Stands for a variable while documents are checked without values. */
const ANY = Symbol('any');

class EnumName {
  constructor(readonly name: string) {}
}

function literal(node: Value, variables: Variables | undefined): unknown {
  switch (node.kind) {
    case 'variable':
      return variables ? variables[node.name] : ANY;
    case 'int':
    case 'float':
      return Number(node.value);
    case 'enum':
      return new EnumName(node.value);
    case 'null':
      return null;
    case 'list':
      return node.values.map((each) => literal(each, variables));
    case 'object':
      return Object.fromEntries(Object.entries(node.fields).map(([key, each]) => [key, literal(each, variables)]));
    case 'string':
    case 'boolean':
      return node.value;
  }
}

const shown = (value: unknown): string => (value instanceof EnumName ? value.name : (JSON.stringify(value) ?? 'null'));
