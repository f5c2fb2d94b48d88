/** A schema, parameter or operation of an OpenAPI document, as it was read. */
export type Json = Record<string, any>;

/** Whether clients send it or get it: what is narrower breaks those who send, what is wider those who get. */
export type Direction = 'sent' | 'got';

/** Two documents side by side; schemas of one name are compared once, however many routes have them. */
export interface Comparison {
  was: Json;
  is: Json;
  /** Tells of a breaking change: where, and what. */
  tell(where: string, what: string): void;
  /** Compares the components of this name, some time. */
  compareLater(direction: Direction, name: string): void;
}

/** Limits that get narrower as they grow, and as they shrink. */
const LOWER_LIMITS = ['minimum', 'minLength', 'minItems', 'minProperties'];
const UPPER_LIMITS = ['maximum', 'maxLength', 'maxItems', 'maxProperties'];

/** Tells what of a schema's change breaks a client that was made for the old one. */
export function compareSchemas(on: Comparison, direction: Direction, where: string, before: Json, after: Json): void {
  if (before['$ref'] !== undefined && before['$ref'] === after['$ref']) {
    on.compareLater(direction, nameOf(before));
    return;
  }
  const was = plain(on.was, before);
  const is = plain(on.is, after);
  const sent = direction === 'sent';
  if (was['type'] !== is['type'])
    on.tell(where, `was ${String(was['type'] ?? 'of any type')} and is ${String(is['type'] ?? 'of any type')}`);
  if (was['format'] !== is['format'] && (sent ? is['format'] : was['format']) !== undefined)
    on.tell(where, `had the format ${was['format'] ?? 'any'} and has ${is['format'] ?? 'any'}`);
  if (sent && was['nullable'] === true && is['nullable'] !== true) on.tell(where, 'may be null no more');
  if (!sent && was['nullable'] !== true && is['nullable'] === true) on.tell(where, 'may be null now');
  compareValues(on, sent, where, was, is);
  if (sent) compareLimits(on, where, was, is);
  compareAlternatives(on, direction, where, was, is);
  if (was['items'] && is['items']) compareSchemas(on, direction, `${where}[]`, was['items'], is['items']);
  compareProperties(on, direction, where, was, is);
}

function compareValues(on: Comparison, sent: boolean, where: string, was: Json, is: Json): void {
  const before = was['enum'] as unknown[] | undefined;
  const after = is['enum'] as unknown[] | undefined;
  if (after)
    for (const gone of before?.filter((value) => value !== null && !after.includes(value)) ?? [])
      on.tell(where, `the value ${String(gone)} is gone`);
  if (sent && !before && after) on.tell(where, 'takes certain values only now');
  if (!sent && before && !after) on.tell(where, 'has other values than certain ones now');
}

function compareLimits(on: Comparison, where: string, was: Json, is: Json): void {
  for (const limit of LOWER_LIMITS)
    if (is[limit] !== undefined && (was[limit] === undefined || is[limit] > was[limit]))
      on.tell(where, `${limit} was ${was[limit] ?? 'none'} and is ${is[limit]}`);
  for (const limit of UPPER_LIMITS)
    if (is[limit] !== undefined && (was[limit] === undefined || is[limit] < was[limit]))
      on.tell(where, `${limit} was ${was[limit] ?? 'none'} and is ${is[limit]}`);
  if (is['pattern'] !== undefined && is['pattern'] !== was['pattern']) on.tell(where, 'has another pattern');
}

function compareAlternatives(on: Comparison, direction: Direction, where: string, was: Json, is: Json): void {
  const before = (was['anyOf'] ?? was['oneOf'] ?? []) as Json[];
  const after = (is['anyOf'] ?? is['oneOf'] ?? []) as Json[];
  if (before.length > after.length && direction === 'sent') on.tell(where, 'has fewer alternatives');
  if (before.length < after.length && direction === 'got') on.tell(where, 'has more alternatives');
  before.forEach((one, i) => {
    const other = after[i];
    if (other) compareSchemas(on, direction, `${where}(${i + 1})`, one, other);
  });
}

function compareProperties(on: Comparison, direction: Direction, where: string, was: Json, is: Json): void {
  const sent = direction === 'sent';
  const before = (was['properties'] ?? {}) as Json;
  const after = (is['properties'] ?? {}) as Json;
  const needed = (schema: Json, name: string) => ((schema['required'] ?? []) as string[]).includes(name);
  for (const [name, schema] of Object.entries(before)) {
    const at = `${where}.${name}`;
    if (!after[name]) {
      on.tell(at, 'is gone');
      continue;
    }
    if (!sent && needed(was, name) && !needed(is, name)) on.tell(at, 'may be absent now');
    if (sent && !needed(was, name) && needed(is, name)) on.tell(at, 'is required now');
    compareSchemas(on, direction, at, schema as Json, after[name] as Json);
  }
  if (sent)
    for (const name of Object.keys(after))
      if (!before[name] && needed(is, name)) on.tell(`${where}.${name}`, 'is new and required');
  const [free, freeNow] = [was['additionalProperties'], is['additionalProperties']];
  if (typeof free === 'object' && typeof freeNow === 'object')
    compareSchemas(on, direction, `${where}.*`, free as Json, freeNow as Json);
  else if (free !== undefined && free !== false && (freeNow === undefined || freeNow === false))
    on.tell(where, 'has no keys of any name any more');
}

/** What a reference leads to, with the words beside it. */
function plain(document: Json, schema: Json): Json {
  if (schema['$ref'] !== undefined) return plain(document, component(document, nameOf(schema)));
  const [only, ...others] = (schema['allOf'] ?? []) as Json[];
  if (!only || others.length > 0) return schema;
  const { allOf: _, ...rest } = schema;
  return { ...plain(document, only), ...rest };
}

export const component = (document: Json, name: string): Json =>
  (document['components']?.['schemas']?.[name] ?? {}) as Json;

const nameOf = (schema: Json): string => String(schema['$ref']).replace(/^.*\//, '');
