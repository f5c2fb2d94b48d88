import { describe, expect, it } from '@jest/globals';
import { absent, anyObject, decimal, either, emptyList, mapOf, named, oneOf, optional, orNull, text } from './marks.js';
import { nameComponents } from './name-components.js';
import { operationId } from './operation-id.js';
import { exampleOf, schemaOf } from './schema-of.js';

const ID = '0e3cf6d8-5a86-4f43-8f0b-8f9f2a4f6c01';
const THING = named('Thing', { id: ID });

describe('the schema of an example', () => {
  it.each<[string, unknown, object, unknown]>([
    ['an id', ID, { type: 'string', format: 'uuid' }, ID],
    ['a day', '2026-02-03', { type: 'string', format: 'date' }, '2026-02-03'],
    ['a moment', '2026-02-03T10:11:12Z', { type: 'string', format: 'date-time' }, '2026-02-03T10:11:12Z'],
    ['text that looks like an id', text(ID), { type: 'string' }, ID],
    ['a number', 2, { type: 'integer' }, 2],
    ['a number that need not be whole', decimal(2), { type: 'number' }, 2],
    ['a word', oneOf(['a', 'b'], 'a'), { type: 'string', enum: ['a', 'b'] }, 'a'],
    ['null', orNull('a', null), { type: 'string', nullable: true }, null],
    ['a word or null', orNull(oneOf(['a'], 'a')), { type: 'string', enum: ['a', null], nullable: true }, 'a'],
    ['an empty list', emptyList(1), { type: 'array', items: { type: 'integer' } }, []],
    ['free keys', mapOf({ a: 1 }), { type: 'object', additionalProperties: { type: 'integer' } }, { a: 1 }],
    ['anything', anyObject({ a: 1 }), { type: 'object', additionalProperties: true }, { a: 1 }],
    ['shapes', either(1, 'a'), { anyOf: [{ type: 'integer' }, { type: 'string' }] }, 1],
    [
      'keys that may lack',
      { a: 1, b: optional(2), c: absent(3) },
      {
        type: 'object',
        properties: { a: { type: 'integer' }, b: { type: 'integer' }, c: { type: 'integer' } },
        required: ['a'],
      },
      { a: 1, b: 2 },
    ],
  ])('of %s', (_, example, schema, shown) => {
    expect(schemaOf(example)).toEqual(schema);
    expect(exampleOf(example)).toEqual(shown);
  });

  it('stays the same when other values are shown', () => {
    const other = named('Named', { word: oneOf(['a', 'b'], 'a') }).with({ word: oneOf(['b'], 'b') });
    expect(exampleOf(other)).toEqual({ word: 'b' });
    expect(schemaOf(other)).toMatchObject({ properties: { word: { enum: ['a', 'b'] } } });
  });
});

describe('named schemas', () => {
  const documentOf = (...schemas: object[]) => ({
    openapi: '3.0.0',
    info: { title: '', version: '' },
    paths: {
      '/x': Object.fromEntries(schemas.map((schema, i) => [['get', 'put'][i], { responses: { 200: { schema } } }])),
    },
    components: {},
  });

  it('become components, and references where they stood', () => {
    const document = documentOf(schemaOf({ thing: THING, other: orNull(THING) }));
    nameComponents({ ...document, components: { schemas: {} } });
    const named = { ...document, components: { schemas: {} as Record<string, unknown> } };
    nameComponents(named as never);
    expect(document.paths['/x']['get']).toMatchObject({
      responses: {
        200: {
          schema: {
            properties: {
              thing: { $ref: '#/components/schemas/Thing' },
              other: { nullable: true, allOf: [{ $ref: '#/components/schemas/Thing' }] },
            },
          },
        },
      },
    });
  });

  it('are refused where two have one name', () => {
    const document = {
      ...documentOf(schemaOf(THING), schemaOf(named('Thing', { id: 1 }))),
      components: { schemas: {} },
    };
    expect(() => nameComponents(document as never)).toThrow('named Thing');
  });
});

it('names operations that were given no name', () => {
  expect(operationId('get', '/ops/{part}/state')).toBe('getOpsPartState');
});
