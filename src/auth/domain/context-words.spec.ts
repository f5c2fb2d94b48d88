import { describe, expect, it } from '@jest/globals';
import { isMadeOf } from './context-words.js';

const KNOWN = ['kag', 'ann', 'Acme Studio', 'default'];

describe('a password', () => {
  it.each(['acme-studio-1', 'Acme Studio 26', 'KAG-ann-2026!', 'annannannann', 'default-kag-1', 'studio2026acme'])(
    '%s is made of what others know',
    (password) => expect(isMadeOf(password, KNOWN)).toBe(true),
  );

  it.each(['annual-hot-kettle', 'correct-horse-battery', 'stone-acme-window', 'x8Kq2mmLp0zz'])(
    '%s is made of more than that',
    (password) => expect(isMadeOf(password, KNOWN)).toBe(false),
  );

  it('may hold words of one or two letters that others know', () => {
    expect(isMadeOf('ab-ab-ab-ab1', ['ab'])).toBe(false);
  });
});
