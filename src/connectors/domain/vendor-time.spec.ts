import { describe, expect, it } from '@jest/globals';
import { readStamp } from '../kit/stamp.js';
import { isStorableTime } from './vendor-time.js';

describe('a time that can be stored', () => {
  it.each([
    ['0001-01-01T00:00:00.000Z', true],
    ['9999-12-31T23:59:59.999Z', true],
    ['0000-12-31T00:00:00.000Z', false],
    ['+010000-01-01T00:00:00.000Z', false],
    ['-000001-01-01T00:00:00.000Z', false],
    ['never', false],
  ])('%s: %p', (text, expected) => expect(isStorableTime(Date.parse(text))).toBe(expected));

  it('is what an Attio record may hold', () => {
    expect(readStamp('0000-12-31T00:00:00.000Z')).toBeNull();
    expect(readStamp('0000-01-01')).toBeNull();
    expect(readStamp('2026-11-01')?.at.toISOString()).toBe('2026-11-01T00:00:00.000Z');
  });
});
