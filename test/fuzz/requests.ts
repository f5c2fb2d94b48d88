import fc from 'fast-check';
import { hostileBody, hostileText } from './hostile.js';
import { OPERATIONS, type ApiOperation, type Parameter } from './operations.js';
import { type Ids, valuesOf } from './values.js';

export interface FuzzRequest {
  operation: ApiOperation;
  path: string;
  headers: Record<string, string>;
  /** What goes out as it is; null: no body. */
  body: string | null;
}

/** Headers as Node lets them be sent; the rest never leaves a client. */
const SENDABLE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** So many requests, spread evenly over all operations; the same seed makes the same ones. */
export function fuzzRequests(count: number, seed: number, ids: Ids): FuzzRequest[] {
  const each = Math.ceil(count / OPERATIONS.length);
  const made = OPERATIONS.map((operation, index) =>
    fc.sample(requestsTo(operation, ids), { numRuns: each, seed: seed + index }),
  );
  // In turn, so that what one leaves behind meets the others.
  return Array.from({ length: each }, (_, turn) => made.map((requests) => requests[turn]!))
    .flat()
    .slice(0, count);
}

function requestsTo(operation: ApiOperation, ids: Ids): fc.Arbitrary<FuzzRequest> {
  const parts = (place: Parameter['in']) => operation.parameters.filter((parameter) => parameter.in === place);
  const values = (parameters: readonly Parameter[]): fc.Arbitrary<Record<string, string | undefined>> =>
    fc.record(
      Object.fromEntries(
        parameters.map(({ name, schema, required }) => {
          const value = valuesOf(schema, ids).map(asText);
          return [name, required ? value : fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, value)];
        }),
      ),
    );
  const strange = fc.oneof({ weight: 19, arbitrary: fc.constant(null) }, fc.tuple(hostileText, hostileText));
  return fc
    .record({
      path: values(parts('path')),
      query: values(parts('query')),
      headers: values(parts('header')),
      strange,
      body: bodiesOf(operation, ids),
      type: fc.oneof(
        { weight: 20, arbitrary: fc.constant('application/json') },
        fc.constantFrom('text/plain', 'application/xml', 'x'),
      ),
    })
    .map(({ path, query, headers, strange: more, body, type }) => {
      const filled = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => inPath(path[name] ?? ''));
      const asked = [...given(query), ...(more ? [more] : [])];
      const search = asked.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
      return {
        operation,
        path: search === '' ? filled : `${filled}?${search}`,
        headers: {
          ...Object.fromEntries(given(headers).filter(([, value]) => SENDABLE.test(value))),
          ...(body === null ? {} : { 'content-type': type }),
        },
        body,
      };
    });
}

function bodiesOf({ body, method }: ApiOperation, ids: Ids): fc.Arbitrary<string | null> {
  if (method === 'get') return fc.constant(null);
  const fitting = body === null ? fc.constant('{}') : valuesOf(body, ids).map((value) => JSON.stringify(value));
  return fc.oneof(
    { weight: 8, arbitrary: fitting },
    { weight: 1, arbitrary: hostileBody },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

const given = (values: Record<string, string | undefined>): [string, string][] =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
/** Half a character has no address. */
const encoded = (text: string) => encodeURIComponent(text.toWellFormed());
/** An empty part, or dots, would be another route. */
const inPath = (text: string) => (/^\.*$/.test(text) ? '%20' : encoded(text));
