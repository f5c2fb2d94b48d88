import { isIPv6 } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../common/app-error.js';
import { sha256 } from '../common/stable-hash.js';
import { Config } from '../config/index.js';
import { POOL } from '../database/index.js';

interface Pool {
  query(text: string, values: unknown[]): Promise<unknown>;
}

/**
 * Counts sign-ins per login and per address in the database, so that all replicas count together. Each attempt is
 * counted before the password is looked at: counted afterwards, many at once would all find room.
 */
@Injectable()
export class LoginLimits {
  private readonly byLogin: RateLimiterPostgres;
  private readonly byAddress: RateLimiterPostgres;

  constructor(@Inject(POOL) pool: Pool, config: Config) {
    const options = {
      // The library names its statements; the embedded database shares one session among all connections, where the
      // second connection's statement of the same name would fail.
      storeClient: { query: ({ text, values }: { text: string; values: unknown[] }) => pool.query(text, values) },
      storeType: 'pool',
      tableName: 'login_attempts',
      tableCreated: true,
      points: config.LOGIN_RATE_LIMIT_MAX_ATTEMPTS,
      duration: config.LOGIN_RATE_LIMIT_WINDOW_MINUTES * 60,
    };
    this.byLogin = new RateLimiterPostgres({ ...options, keyPrefix: 'login' });
    this.byAddress = new RateLimiterPostgres({ ...options, keyPrefix: 'address', clearExpiredByTimeout: false });
  }

  /**
   * Counts an attempt. The address comes first: one that is blocked can't use up the login's attempts as well.
   * @throws AppError `rate_limited` when either has none left.
   */
  async take(login: string, address: string): Promise<void> {
    await consume(this.byAddress, addressKey(address));
    await consume(this.byLogin, loginKey(login));
  }

  /** The attempt was a success: the login starts afresh, and the address gets it back. */
  async giveBack(login: string, address: string): Promise<void> {
    await this.byLogin.delete(loginKey(login));
    await this.byAddress.reward(addressKey(address), 1);
  }
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key, 1);
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    const seconds = Math.max(1, Math.ceil(thrown.msBeforeNext / 1000));
    throw new AppError('rate_limited', `Too many sign-ins; try again in ${seconds} s`, undefined, {
      retryAfterSeconds: seconds,
    });
  }
}

/** Hashed, because people type passwords into the wrong field, and so that any length fits. */
const loginKey = (login: string) => sha256(login.toLowerCase());

/** IPv6 by its /64, which one customer holds whole; IPv4 in one form. */
export function addressKey(address: string): string {
  const four = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (four) return four;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  const groups = [...left, ...zeros, ...right].map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.slice(0, 4).join(':')}::/64`;
}
