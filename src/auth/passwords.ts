import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Gate } from './gate.js';

/** OWASP's argon2id (the library's default kind): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Half of libuv's threads: a flood of sign-ins must leave some for everything else. */
const AT_ONCE = 2;
const WAITING = 100;

/** Hashes and checks passwords, a few at a time. */
@Injectable()
export class Passwords {
  private readonly gate = new Gate(AT_ONCE, WAITING);
  /** Stands in for the hash of a user that does not exist, so that the answer takes the same time. */
  private readonly nobodys = this.hash(randomBytes(16).toString('hex'));

  constructor() {
    // Awaited by the first sign-in that needs it; until then a failure must not count as unhandled.
    this.nobodys.catch(() => {});
  }

  /** The password's argon2id hash with its parameters. */
  hash(password: string): Promise<string> {
    return this.gate.run(() => hash(password, COST));
  }

  /** Whether the password has this hash; with null, false after the same work. */
  async fits(passwordHash: string | null, password: string): Promise<boolean> {
    const against = passwordHash ?? (await this.nobodys);
    const same = await this.gate.run(() => verify(against, password));
    return same && passwordHash !== null;
  }
}
