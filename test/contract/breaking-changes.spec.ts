import { describe, expect, it } from '@jest/globals';
import { breakingChanges } from './breaking-changes.js';
import type { Json } from './breaking-schema.js';

/** A document of one route, which lists things and can be changed by what is done to a copy of it. */
function published(change: (document: Json, operation: Json) => void = () => {}): Json {
  const document: Json = {
    paths: {
      '/things': {
        post: {
          operationId: 'listThings',
          'x-kag-access': 'viewer',
          parameters: [
            { in: 'query', name: 'limit', schema: { type: 'integer', minimum: 1, maximum: 200 } },
            { in: 'query', name: 'status', schema: { type: 'string', enum: ['open', 'done'] } },
          ],
          requestBody: {
            required: false,
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: { name: { type: 'string', maxLength: 10, nullable: true }, tag: { type: 'string' } },
                  required: ['name'],
                },
              },
            },
          },
          responses: {
            200: {
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    properties: { things: { type: 'array', items: { $ref: '#/components/schemas/Thing' } } },
                    required: ['things'],
                  },
                },
              },
            },
            409: { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
          },
        },
      },
    },
    components: {
      schemas: {
        Problem: { type: 'object', properties: { error: { type: 'string', enum: ['conflict'] } } },
        Thing: {
          type: 'object',
          properties: {
            id: { type: 'string', format: 'uuid' },
            status: { type: 'string', enum: ['open', 'done'] },
            part: { anyOf: [{ type: 'string' }] },
            owner: { nullable: true, allOf: [{ $ref: '#/components/schemas/Owner' }] },
          },
          required: ['id', 'status'],
        },
        Owner: { type: 'object', properties: { name: { type: 'string' } } },
      },
    },
  };
  change(document, document['paths']['/things'].post as Json);
  return document;
}

const thing = (document: Json): Json => document['components'].schemas.Thing as Json;
const body = (operation: Json): Json => operation['requestBody'].content['application/json'].schema as Json;
type Change = (document: Json, operation: Json) => void;

describe('what breaks clients', () => {
  it.each<[string, Change, string]>([
    ['a route that is gone', (d) => delete d['paths']['/things'], 'POST /things: is gone'],
    ['another name', (_, o) => (o['operationId'] = 'things'), 'POST /things: was named listThings and is things'],
    ['a higher role', (_, o) => (o['x-kag-access'] = 'admin'), 'POST /things: was for viewer and is for admin'],
    ['an active project', (_, o) => (o['x-kag-project'] = true), 'POST /things: needs an active project now'],
    ['a parameter that is gone', (_, o) => o['parameters'].pop(), 'POST /things query status: is gone'],
    [
      'a parameter that is required',
      (_, o) => (o['parameters'][0].required = true),
      'POST /things query limit: is required now',
    ],
    [
      'a new parameter that is required',
      (_, o) => o['parameters'].push({ in: 'header', name: 'key', required: true, schema: {} }),
      'POST /things header key: is new and required',
    ],
    [
      'a narrower limit',
      (_, o) => (o['parameters'][0].schema.maximum = 100),
      'POST /things query limit: maximum was 200 and is 100',
    ],
    [
      'a value that is taken no more',
      (_, o) => o['parameters'][1].schema.enum.pop(),
      'POST /things query status: the value done is gone',
    ],
    ['a body that is required', (_, o) => (o['requestBody'].required = true), 'POST /things body: is required now'],
    ['a key that is taken no more', (_, o) => delete body(o)['properties'].tag, 'POST /things body.tag: is gone'],
    ['a key that is required', (_, o) => body(o)['required'].push('tag'), 'POST /things body.tag: is required now'],
    [
      'a new key that is required',
      (_, o) => {
        body(o)['properties'].more = { type: 'string' };
        body(o)['required'].push('more');
      },
      'POST /things body.more: is new and required',
    ],
    [
      'null that is taken no more',
      (_, o) => delete body(o)['properties'].name.nullable,
      'POST /things body.name: may be null no more',
    ],
    ['a pattern', (_, o) => (body(o)['properties'].tag.pattern = '^a'), 'POST /things body.tag: has another pattern'],
    [
      'a success of another kind',
      (_, o) => (o['responses'][202] = { content: {} }),
      'POST /things 202: is a success of a new kind',
    ],
    ['a status that is gone', (_, o) => delete o['responses'][409], 'POST /things 409: is gone'],
    [
      'another media type',
      (_, o) => (o['responses'][200].content = { 'text/csv': {} }),
      'POST /things 200: application/json is gone',
    ],
    ['a field that is gone', (d) => delete thing(d)['properties'].id, 'Thing.id: is gone'],
    ['a field that may be absent', (d) => thing(d)['required'].pop(), 'Thing.status: may be absent now'],
    ['a field that may be null', (d) => (thing(d)['properties'].id.nullable = true), 'Thing.id: may be null now'],
    [
      'a field of another type',
      (d) => (thing(d)['properties'].id = { type: 'integer' }),
      'Thing.id: was string and is integer',
    ],
    [
      'a field without its format',
      (d) => delete thing(d)['properties'].id.format,
      'Thing.id: had the format uuid and has any',
    ],
    ['a value that is gone', (d) => thing(d)['properties'].status.enum.shift(), 'Thing.status: the value open is gone'],
    [
      'values of any kind',
      (d) => delete thing(d)['properties'].status.enum,
      'Thing.status: has other values than certain ones now',
    ],
    [
      'one more shape',
      (d) => thing(d)['properties'].part.anyOf.push({ type: 'integer' }),
      'Thing.part: has more alternatives',
    ],
    [
      'a field of a schema within',
      (d) => delete d['components'].schemas.Owner.properties.name,
      'Thing.owner.name: is gone',
    ],
  ])('%s', (_, change, breaking) => {
    const changes = breakingChanges(published(), published(change));
    expect(changes).toContain(breaking);
    // A field of another type loses its format too.
    expect(changes.length).toBeLessThanOrEqual(2);
  });
});

describe('what breaks nobody', () => {
  it.each<[string, Change]>([
    ['nothing', () => {}],
    ['a new route', (d) => (d['paths']['/more'] = { get: { operationId: 'more', responses: {} } })],
    ['a lower role', (_, o) => (o['x-kag-access'] = 'public')],
    ['a new parameter', (_, o) => o['parameters'].push({ in: 'query', name: 'q', schema: { type: 'string' } })],
    ['a wider limit', (_, o) => (o['parameters'][0].schema.maximum = 500)],
    ['one more value that is taken', (_, o) => o['parameters'][1].schema.enum.push('late')],
    ['a key that may be left out', (_, o) => (body(o)['required'] = [])],
    ['a new key', (_, o) => (body(o)['properties'].more = { type: 'string' })],
    ['a new field', (d) => (thing(d)['properties'].more = { type: 'string' })],
    ['a field that is always there', (d) => thing(d)['required'].push('part')],
    ['one more value of a field', (d) => thing(d)['properties'].status.enum.push('late')],
    [
      'one more problem',
      (d, o) => {
        d['components'].schemas.Problem.properties.error.enum.push('late');
        o['responses'][503] = o['responses'][409];
      },
    ],
    ['other words', (_, o) => (o['description'] = 'Other words')],
  ])('%s', (_, change) => {
    expect(breakingChanges(published(), published(change))).toEqual([]);
  });
});
