import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

type Json = Record<string, any>;
type Answer = { status: number; headers: Record<string, string>; text: string };

/** What is published of the server: clients are generated from it, so answers are held to it. */
const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../client/openapi.json'), 'utf8')) as Json;

const ROOT = 'published';
const ajv = new Ajv({ strict: false, allErrors: true });
(formats as unknown as (ajv: Ajv) => void)(ajv);
ajv.addSchema({ $id: ROOT, components: strict(document['components']) as Json });

/** Routes with fewer parameters first: of two that match, the server has the more exact one. */
const routes = Object.entries(document['paths'] as Record<string, Json>)
  .map(([path, item]) => ({ path, item, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`) }))
  .sort((a, b) => a.path.split('{').length - b.path.split('{').length);
/** Characters of a request line that may be too many together with the headers: the server reads 16 KiB of both. */
const LONG_LINE = 12_000;
const compiled = new Map<string, ValidateFunction>();

/** How an answer differs from the document: a status, a media type or a body that it does not tell of. */
export function misfitsOf(method: string, url: string, answer: Answer): string[] {
  const path = url.replace(/[?#].*$/, '').replace(/^\/v1(?=\/)/, '');
  const type = (answer.headers['content-type'] ?? '').replace(/;.*$/, '');
  const operation = routes.find(({ pattern, item }) => pattern.test(path) && item[method])?.item[method] as
    Json | undefined;
  // A route of a test's own, or none: whatever it is, its problems are problems.
  if (!operation)
    return type === 'application/problem+json' ? bodyMisfits('Problem', PROBLEM, JSON.parse(answer.text)) : [];
  // No route comes to see a line that is too long to be read.
  if (answer.status === 431 && url.length > LONG_LINE) return bodyMisfits('Problem', PROBLEM, JSON.parse(answer.text));
  const described = operation['responses'][answer.status] as Json | undefined;
  if (!described) return [`status ${answer.status}, of which it says nothing: ${answer.text.slice(0, 300)}`];
  // An answer without a body, such as that nothing has changed, or that it is elsewhere.
  if (!described['content']) return answer.text === '' ? [] : [`a body with status ${answer.status}`];
  const content = described['content'][type] as Json | undefined;
  if (!content) return [`${type} with status ${answer.status}`];
  if (!/json$/.test(type)) return [];
  const name = `${String(operation['operationId'])} ${answer.status}`;
  return bodyMisfits(name, content['schema'] as Json, JSON.parse(answer.text));
}

const PROBLEM = { $ref: '#/components/schemas/Problem' };

function bodyMisfits(name: string, schema: Json, body: unknown): string[] {
  let validate = compiled.get(name);
  if (!validate) {
    validate = ajv.compile(strict(schema) as Json);
    compiled.set(name, validate);
  }
  if (validate(body)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`,
  );
}

/** The schema as JSON Schema has it, and closed: a key of which the document says nothing is a fault of it. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest }: Json = Object.fromEntries(
    Object.entries(schema as Json).map(([key, value]) => [key, /^examples?$/.test(key) ? undefined : strict(value)]),
  );
  if (typeof rest['$ref'] === 'string') return { $ref: rest['$ref'].replace(/^#/, `${ROOT}#`) };
  if (typeof rest['properties'] === 'object' && rest['type'] === 'object') rest['additionalProperties'] ??= false;
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest;
}
