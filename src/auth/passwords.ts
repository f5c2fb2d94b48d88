import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Config } from '../config/index.js';
import { Semaphore } from './semaphore.js';

const PASSES = 2;
const LANES = 1;
/** Half of libuv's threads: a flood of sign-ins must leave some for everything else. */
const AT_ONCE = 2;
const WAITING = 100;

/** Hashes and checks passwords, a few at a time. */
@Injectable()
export class Passwords {
  private readonly semaphore = new Semaphore(AT_ONCE, WAITING);
  private readonly memoryKib: number;
  /** Stands in for the hash of a user that does not exist, so that the answer takes the same time. */
  private readonly unmatched: string;

  constructor(config: Config) {
    this.memoryKib = config.HASH_MEMORY_KIB;
    this.unmatched = unmatchedHash(this.memoryKib);
  }

  /** The password's argon2id hash with its parameters. */
  hash(password: string): Promise<string> {
    // The library's default kind is argon2id.
    return this.semaphore.run(() =>
      hash(password, { memoryCost: this.memoryKib, timeCost: PASSES, parallelism: LANES }),
    );
  }

  /** Whether the password has this hash; with null, false after the same work. */
  async fits(passwordHash: string | null, password: string): Promise<boolean> {
    const same = await this.semaphore.run(() => verify(passwordHash ?? this.unmatched, password));
    return same && passwordHash !== null;
  }
}

/** A hash in the form that `hash` writes, of no known password. */
function unmatchedHash(memoryKib: number): string {
  const random = (bytes: number) => randomBytes(bytes).toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${memoryKib},t=${PASSES},p=${LANES}$${random(16)}$${random(32)}`;
}
