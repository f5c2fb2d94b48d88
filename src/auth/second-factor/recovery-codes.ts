import { randomBytes } from 'node:crypto';
import { sha256 } from '../../common/stable-hash.js';

const COUNT = 10;
/** Of base32, 32 of them: each stands for 5 bits. */
const SIGNS = 'abcdefghijklmnopqrstuvwxyz234567';
const GROUPS = /.{6}/g;

/** New codes of 24 signs each, 5 random bits a sign, in groups that people can copy. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () =>
    [...randomBytes(24)]
      .map((byte) => SIGNS[byte % SIGNS.length])
      .join('')
      .replace(GROUPS, '$&-')
      .slice(0, -1),
  );
}

/** The code's hash, however it was typed. */
export const recoveryHash = (code: string): string => sha256(code.replace(/[\s-]/g, '').toLowerCase());
