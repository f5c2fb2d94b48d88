import { describe, expect, it } from '@jest/globals';
import { isCommon } from './common-passwords.js';

describe('a password', () => {
  it.each([
    'password1234',
    'passwordpassword',
    'qwertyuiop12',
    '123456789012',
    'aaaaaaaaaaaa',
    'iloveyou1234',
    'Dragon!23456',
    'trustno1trustno1',
  ])('%s is common, or close to one that is', async (password) => {
    expect(await isCommon(password, [])).toBe(true);
  });

  it.each(['correct-horse-battery', 'a long sentence of mine', 'x8Kq2mmLp0zz', 'сорок два кота', 'ÄÖÜ ß € 漢字 かな'])(
    '%s is not, whatever signs it has',
    async (password) => {
      expect(await isCommon(password, [])).toBe(false);
    },
  );

  it('that names what others know of its owner is guessed sooner', async () => {
    expect(await isCommon('northwind2026!', [])).toBe(false);
    expect(await isCommon('northwind2026!', ['northwind'])).toBe(true);
  });

  it('of 200 characters is judged by its beginning', async () => {
    expect(await isCommon('password'.repeat(25), [])).toBe(true);
    expect(await isCommon(`a good beginning of a sentence ${'y'.repeat(169)}`, [])).toBe(false);
  });
});
