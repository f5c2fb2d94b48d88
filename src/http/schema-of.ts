import { Shown, type SchemaObject } from './shown.js';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The JSON schema that an example fits: what its marks say (shown.ts), else what its values show, every key required.
 */
export function schemaOf(example: unknown): SchemaObject {
  if (example instanceof Shown) return example.schema;
  if (example === null) return { nullable: true };
  if (Array.isArray(example)) return { type: 'array', items: example.length > 0 ? schemaOf(example[0]) : {} };
  if (typeof example === 'object') {
    const entries = Object.entries(example);
    const required = entries.filter(([, value]) => !(value instanceof Shown && value.mayLack)).map(([key]) => key);
    return {
      type: 'object',
      properties: Object.fromEntries(entries.map(([key, value]) => [key, schemaOf(value)])),
      ...(required.length > 0 ? { required } : {}),
    };
  }
  if (typeof example === 'string') {
    const format = formatOf(example);
    return { type: 'string', ...(format ? { format } : {}) };
  }
  if (typeof example === 'number') return { type: Number.isInteger(example) ? 'integer' : 'number' };
  return { type: 'boolean' };
}

/** The example as it is shown, without its marks. */
export function exampleOf(example: unknown): unknown {
  if (example instanceof Shown) return exampleOf(example.value);
  if (Array.isArray(example)) return example.map(exampleOf);
  if (typeof example !== 'object' || example === null) return example;
  const shown = Object.entries(example).map(([key, value]) => [key, exampleOf(value)] as const);
  return Object.fromEntries(shown.filter(([, value]) => value !== undefined));
}

function formatOf(text: string): string | undefined {
  if (UUID.test(text)) return 'uuid';
  if (DATE_TIME.test(text)) return 'date-time';
  return DATE.test(text) ? 'date' : undefined;
}
