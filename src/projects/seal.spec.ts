import { randomBytes } from 'node:crypto';
import { seal, unseal } from './seal.js';

const key = randomBytes(32);

describe('seal', () => {
  it('gives back what was sealed, and seals the same text differently each time', () => {
    const first = seal('a secret ✓', key, 'p:linear');
    expect(unseal(first, key, 'p:linear')).toBe('a secret ✓');
    expect(first.equals(seal('a secret ✓', key, 'p:linear'))).toBe(false);
    expect(first.includes('secret')).toBe(false);
  });

  it.each([
    ['another key', (bytes: Buffer) => unseal(bytes, randomBytes(32), 'p:linear')],
    ['another project', (bytes: Buffer) => unseal(bytes, key, 'q:linear')],
    ['another connector', (bytes: Buffer) => unseal(bytes, key, 'p:attio')],
    [
      'an unknown version',
      (bytes: Buffer) => unseal(Buffer.concat([Buffer.of(2), bytes.subarray(1)]), key, 'p:linear'),
    ],
    [
      'a changed byte',
      (bytes: Buffer) => unseal(Buffer.concat([bytes.subarray(0, -1), Buffer.of(bytes.at(-1)! ^ 1)]), key, 'p:linear'),
    ],
    ['too few bytes', () => unseal(Buffer.of(1, 2, 3), key, 'p:linear')],
  ])('opens nothing with %s', (_what, open) => {
    expect(open(seal('a secret', key, 'p:linear'))).toBeNull();
  });
});
