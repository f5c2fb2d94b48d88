import { describe, expect, it } from '@jest/globals';
import { toJsonb } from './jsonb.js';

describe('toJsonb', () => {
  it.each([
    ['plain text', { a: 'naïve 😀' }, { a: 'naïve 😀' }],
    ['a NUL character', { a: 'x\0y' }, { a: 'x\ufffdy' }],
    ['half a surrogate pair', ['\ud83d'], ['\ufffd']],
    ['a NUL in a key', { 'k\0': 1 }, { 'k\ufffd': 1 }],
    ['the letters of an escape', { a: '\\u0000' }, { a: '\\u0000' }],
  ])('keeps or mends %s', (_name, value, stored) => {
    expect(JSON.parse(toJsonb(value))).toEqual(stored);
  });
});
