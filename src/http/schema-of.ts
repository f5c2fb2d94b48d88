import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type SchemaObject = Exclude<Schemas[string], { $ref: string }>;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** The JSON schema that an example value fits: every key of an object required, null meaning "nothing, or anything". */
export function schemaOf(example: unknown): SchemaObject {
  if (example === null) return { nullable: true };
  if (Array.isArray(example)) return { type: 'array', items: example.length > 0 ? schemaOf(example[0]) : {} };
  if (typeof example === 'object') {
    const entries = Object.entries(example);
    return {
      type: 'object',
      properties: Object.fromEntries(entries.map(([key, value]) => [key, schemaOf(value)])),
      ...(entries.length > 0 ? { required: entries.map(([key]) => key) } : {}),
    };
  }
  if (typeof example === 'string') {
    const format = UUID.test(example) ? 'uuid' : DATE_TIME.test(example) ? 'date-time' : undefined;
    return { type: 'string', ...(format ? { format } : {}) };
  }
  if (typeof example === 'number') return { type: Number.isInteger(example) ? 'integer' : 'number' };
  return { type: 'boolean' };
}
