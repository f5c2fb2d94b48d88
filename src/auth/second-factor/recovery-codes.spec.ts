import { describe, expect, it } from '@jest/globals';
import { newRecoveryCodes, recoveryHash } from './recovery-codes.js';

describe('recovery codes', () => {
  it('are ten, of 24 signs each in groups of six, no two alike', () => {
    const codes = newRecoveryCodes();
    expect(codes).toHaveLength(10);
    for (const code of codes) expect(code).toMatch(/^[a-z2-7]{6}(-[a-z2-7]{6}){3}$/);
    expect(new Set(codes).size).toBe(10);
  });

  it('may be typed with or without hyphens, and in capitals', () => {
    const [code = ''] = newRecoveryCodes();
    for (const typed of [code.replaceAll('-', ''), code.toUpperCase(), ` ${code.replaceAll('-', ' ')} `])
      expect(recoveryHash(typed)).toBe(recoveryHash(code));
  });
});
