import { schemaOf } from './schema-of.js';
import { Shown, type SchemaObject } from './shown.js';

/** Where a schema keeps its name until the document lists it among its components. */
export const X_NAME = 'x-kag-name';

/** An object that many answers hold: generated clients get a type of this name. */
export function named<T extends object>(name: string, example: T): Shown<T> {
  return new Shown(example, { ...schemaOf(example), [X_NAME]: name } as SchemaObject);
}

/** A value like this one or null; `shown` is what the example has. */
export function orNull<T>(example: T, shown: unknown = example): Shown<T | null> {
  const schema = schemaOf(example);
  // A named schema becomes a reference, beside which OpenAPI 3.0 takes no other word.
  if (X_NAME in schema || schema.anyOf) return Shown.as<T | null>(shown, { nullable: true, allOf: [schema] });
  const values = schema.enum as unknown[] | undefined;
  return Shown.as<T | null>(shown, { ...schema, nullable: true, ...(values ? { enum: [...values, null] } : {}) });
}

/** A key that only some answers have. */
export const optional = <T>(example: T): Shown<T> => new Shown(example, schemaOf(example), true);

/** A key that only some answers have, and the one shown has not. */
export const absent = <T>(example: T): Shown<T> => Shown.as<T>(undefined, schemaOf(example), true);

/** One word of a closed list. */
export function oneOf<T extends string | number | boolean>(values: readonly T[], shown: T): Shown<T> {
  return new Shown(shown, { ...schemaOf(shown), enum: [...values] });
}

/** A number that need not be whole, though the one shown is. */
export const decimal = (shown: number): Shown<number> => new Shown(shown, { type: 'number' });

/** A text of no format, though the one shown looks like an id. */
export const text = (shown: string): Shown<string> => new Shown(shown, { type: 'string' });

/** A list of such items, which is shown empty. */
export const emptyList = <T>(item: T): Shown<T[]> => new Shown<T[]>([], { type: 'array', items: schemaOf(item) });

/** An object whose keys are data; the values are all like the first one shown. */
export function mapOf<T>(example: Readonly<Record<string, T>>): Shown<Readonly<Record<string, T>>> {
  return new Shown(example, { type: 'object', additionalProperties: schemaOf(Object.values(example)[0]) });
}

/** An object that has the same value under each of its keys. */
export const underEach = <Key extends string, T>(keys: readonly Key[], value: T): Record<Key, T> =>
  Object.fromEntries(keys.map((key) => [key, value])) as Record<Key, T>;

/** An object of any keys and values. */
export const anyObject = (shown: Readonly<Record<string, unknown>>): Shown<Readonly<Record<string, unknown>>> =>
  new Shown(shown, { type: 'object', additionalProperties: true });

/** One of several shapes; the first is shown. */
export const either = <T extends readonly unknown[]>(...examples: T): Shown<T[number]> =>
  new Shown<T[number]>(examples[0], { anyOf: examples.map(schemaOf) });
