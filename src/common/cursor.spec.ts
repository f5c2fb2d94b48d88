import { describe, expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor, openCursor, sealCursor } from './cursor.js';

const KEY = ['2026-02-03T10:00:00.000Z', '0e3cf6d8-5a86-4f43-8f0b-8f9f2a4f6c01'];
const CURSOR = encodeCursor(KEY);
const refused = expect.objectContaining({
  code: 'validation_failed',
  details: [expect.objectContaining({ path: 'cursor' })],
});

describe('a sealed cursor', () => {
  const sealed = sealCursor(CURSOR, 'list', 'new');

  it('opens for its list, with any of the secrets', () => {
    expect(openCursor(sealed, 'list', ['new', 'old'])).toBe(CURSOR);
    expect(openCursor(sealCursor(CURSOR, 'list', 'old'), 'list', ['new', 'old'])).toBe(CURSOR);
  });

  it.each([
    ['without a seal', CURSOR],
    ['with an empty seal', `${CURSOR}.`],
    ['with half a seal', sealed.slice(0, -10)],
    ['with two seals', `${sealed}.${sealed.split('.')[1]}`],
    ['with another position', `${encodeCursor(['x', 'y'])}.${sealed.split('.')[1]}`],
    ['of another list', sealCursor(CURSOR, 'other', 'new')],
    ['of another server', sealCursor(CURSOR, 'list', 'theirs')],
    ['of nothing', ''],
  ])('is refused %s', (_what, given) => {
    expect(() => openCursor(given, 'list', ['new', 'old'])).toThrow(refused);
  });
});

describe('the position in a cursor', () => {
  it('is what was encoded', () => {
    expect(decodeCursor(CURSOR, ['timestamp', 'uuid'])).toEqual(KEY);
    expect(decodeCursor(encodeCursor([7, '2026-02-28', 'Любой']), ['number', 'day', 'string'])).toEqual([
      7,
      '2026-02-28',
      'Любой',
    ]);
  });

  it.each([
    ['no JSON', 'x', ['string']],
    ['no list', Buffer.from('{}').toString('base64url'), ['string']],
    ['too short', encodeCursor(['a']), ['string', 'string']],
    ['too long', encodeCursor(['a', 'b']), ['string']],
    ['a number that is not safe', encodeCursor([2 ** 60]), ['number']],
    ['a text with a NUL', encodeCursor(['a\0']), ['string']],
    ['no time', encodeCursor(['2026-13-01T00:00:00Z']), ['timestamp']],
    ['no day', encodeCursor(['2026-02-31']), ['day']],
    ['no uuid', encodeCursor(['0e3cf6d8']), ['uuid']],
  ] as const)('is refused where it is %s', (_what, cursor, types) => {
    expect(() => decodeCursor(cursor, types)).toThrow(refused);
  });
});
