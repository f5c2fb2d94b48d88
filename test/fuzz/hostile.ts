import fc from 'fast-check';

const DEPTH = 3_000;

/** Texts that have broken servers before: NUL, half characters, SQL, paths, patterns, and too much of everything. */
const TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u200b\ufeff',
  '\u0645\u0631\u062d\u0628\u0627 \u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  "' OR 1=1 --",
  '"; DROP TABLE projects; --',
  '$1 %s %n {{7*7}} ${7*7}',
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  '(a+)+$',
  '\\',
  '%00%ff%',
  'null',
  'undefined',
  'NaN',
  '1e400',
  '-1',
  '0x10',
  '9223372036854775808',
  '2026-02-30',
  '10000000-01-01T00:00:00Z',
  '-271821-04-20T00:00:00.000Z',
  '__proto__',
  'constructor',
  'a'.repeat(10_000),
  '\u{1f4a9}'.repeat(300),
];

const NUMBERS = [0, -0, -1, 0.5, 1e-9, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 1e21, 1.7976931348623157e308];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

/** Any JSON value, of whatever type was asked for. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(...NUMBERS),
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], { $gt: '' }, { length: 1e9 }, { toString: 'x' }, [null]),
  fc.jsonValue({ maxDepth: 3 }),
);

const deep = (open: string, close: string) => `${open.repeat(DEPTH)}1${close.repeat(DEPTH)}`;

/** Bodies that are not JSON, or more of it than anybody needs. */
export const hostileBody: fc.Arbitrary<string> = fc.constantFrom(
  '',
  '{',
  '[]',
  'null',
  '"text"',
  '1e400',
  '{"a":1e400}',
  '{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}',
  '{"a":1,"a":2}',
  '{"\\u0000":"\\u0000"}',
  '\ufeff{}',
  '{"a":"\ud800"}',
  "{'a':1}",
  deep('[', ']'),
  deep('{"a":', '}'),
  `[${'0,'.repeat(20_000)}0]`,
);
