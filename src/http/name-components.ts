import { isDeepStrictEqual } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';
import { X_NAME } from './marks.js';

type Node = Record<string, unknown>;

/**
 * Lists the named schemas of the answers among the document's components, and refers to them where they stood.
 * @throws Error when one name stands for two schemas.
 */
export function nameComponents(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Record<string, unknown>;

  const replaced = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replaced);
    if (typeof value !== 'object' || value === null) return value;
    const { [X_NAME]: name, ...rest }: Node = Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, /^examples?$/.test(key) ? inner : replaced(inner)]),
    );
    if (typeof name !== 'string') return rest;
    if (name in schemas && !isDeepStrictEqual(schemas[name], rest))
      throw new Error(`Two schemas of the document are named ${name}`);
    schemas[name] = rest;
    return { $ref: `#/components/schemas/${name}` };
  };

  for (const item of Object.values(document.paths))
    for (const operation of Object.values(item as Record<string, Node>))
      operation['responses'] = replaced(operation['responses']);
}
