import fc from 'fast-check';
import { hostileValue } from './hostile.js';
import { resolved, type Schema } from './operations.js';

/** Of ten values of a schema so many are hostile, whatever the schema wants. */
const HOSTILE_IN_TEN = 1;

/** Ids of what the caller may see, and of what they may not. */
export interface Ids {
  own: readonly string[];
  foreign: readonly string[];
}

/** Values of the schema, and hostile ones among them. */
export function valuesOf(schema: Schema, ids: Ids): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 10 - HOSTILE_IN_TEN, arbitrary: fitting(resolved(schema), ids) },
    { weight: HOSTILE_IN_TEN, arbitrary: hostileValue },
  );
}

function fitting(schema: Schema, ids: Ids): fc.Arbitrary<unknown> {
  const value = plain(schema, ids);
  return schema.nullable ? fc.option(value, { freq: 5 }) : value;
}

function plain(schema: Schema, ids: Ids): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const parts = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (parts) return fc.oneof(...parts.map((part) => valuesOf(part, ids)));
  // What has another type, or none, is a text.
  switch (schema.type ?? 'string') {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({
        min: schema.minimum ?? -1000,
        max: Math.max(schema.maximum ?? 1_000_000, schema.minimum ?? 0),
      });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1_000_000, noNaN: true });
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, ids), { maxLength: 5 });
    case 'object':
      return object(schema, ids);
    default:
      return text(schema, ids);
  }
}

/** What is required is left out now and then, and something that is not asked for comes along. */
function object(schema: Schema, ids: Ids): fc.Arbitrary<unknown> {
  const { properties = {}, required = [] } = schema;
  const mostly = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, valuesOf(value, ids)]));
  return fc.oneof(
    { weight: 8, arbitrary: fc.record(mostly, { requiredKeys: required }) },
    { weight: 1, arbitrary: fc.record(mostly, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.record({ ...mostly, unasked: hostileValue }) },
  );
}

function text({ format, example, maxLength = 60 }: Schema, ids: Ids): fc.Arbitrary<unknown> {
  const examples = typeof example === 'string' ? [fc.constant(example)] : [];
  const known = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...ids.own) }, fc.constantFrom(...ids.foreign));
  if (format === 'uuid') return fc.oneof({ weight: 8, arbitrary: known }, fc.uuid(), ...examples);
  if (format === 'date-time' || format === 'date') {
    const days = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
    return fc.oneof(
      days,
      days.map((day) => day.replace(/T.*/, '')),
      ...examples,
    );
  }
  return fc.oneof(fc.string({ maxLength: Math.min(maxLength, 200) }), known, ...examples);
}
