import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../config/index.js';
import { Passwords } from './passwords.js';

describe('a password', () => {
  const passwords = new Passwords(readConfig({ HASH_MEMORY_KIB: '64' }));

  it('fits its own hash, whatever a hash costs now, and no other', async () => {
    const hash = await passwords.hash('correct-horse');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=64,t=2,p=1\$/);
    const dearer = new Passwords(readConfig({ HASH_MEMORY_KIB: '128' }));
    expect(await dearer.fits(hash, 'correct-horse')).toBe(true);
    expect(await passwords.fits(hash, 'correct-cow')).toBe(false);
  });

  it('fits nothing where there is no user, after the work that a user would have cost', async () => {
    expect(await passwords.fits(null, 'correct-horse')).toBe(false);
  });

  it('is hashed at the default as OWASP asks', async () => {
    expect(await new Passwords(readConfig({})).hash('correct-horse')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});
