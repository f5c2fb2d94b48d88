import { describe, expect, it } from '@jest/globals';
import { versionIn, versionTag } from './if-match.js';

describe('If-Match', () => {
  it('finds the version in the ETag of an answer, whatever its words are', () => {
    expect(versionIn(versionTag('0a1b2c', 'words-1'))).toBe('0a1b2c');
    expect(versionIn(versionTag('0a1b2c', 'words_2'))).toBe('0a1b2c');
  });

  it('takes a version in quotes, and any version where none is named', () => {
    expect(versionIn('"0a1b2c"')).toBe('0a1b2c');
    expect([versionIn(undefined), versionIn('*')]).toEqual([null, null]);
  });

  it.each(['0a1b2c', '"a", "b"', '""', 'W/0a1b'])('refuses %s', (header) => {
    expect(() => versionIn(header)).toThrow('If-Match: must be one ETag');
  });
});
