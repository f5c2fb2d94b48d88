import { isIPv6 } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { sha256 } from '../common/stable-hash.js';
import { Config } from '../config/index.js';
import { POOL } from '../database/index.js';
import { spend } from './spend.js';

interface Pool {
  query(text: string, values: unknown[]): Promise<unknown>;
}

/** Somebody who tries to sign in. */
export interface LoginAttempted {
  login: string;
  address: string;
  /** The device, where this login has signed in from it before. */
  device: string | null;
}

/**
 * Counts sign-ins in the database, so that all replicas count together. Each attempt is counted before the password is
 * looked at: counted afterwards, many at once would all find room.
 *
 * Strangers are counted by address, by login, and by both: one address can use up half of a login's attempts, and so
 * keeps nobody out from elsewhere. A device that the login has signed in from is counted by itself: attempts of
 * strangers, from wherever they come, don't keep its owner out.
 */
@Injectable()
export class LoginLimits {
  private readonly byLogin: RateLimiterPostgres;
  private readonly byAddress: RateLimiterPostgres;
  private readonly byBoth: RateLimiterPostgres;
  private readonly byDevice: RateLimiterPostgres;

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
    const also = { ...options, clearExpiredByTimeout: false };
    this.byLogin = new RateLimiterPostgres({ ...options, keyPrefix: 'login' });
    this.byAddress = new RateLimiterPostgres({ ...also, keyPrefix: 'address' });
    this.byBoth = new RateLimiterPostgres({ ...also, points: Math.ceil(options.points / 2), keyPrefix: 'both' });
    this.byDevice = new RateLimiterPostgres({ ...also, keyPrefix: 'device' });
  }

  /**
   * Counts an attempt, the narrowest limit first: one that is refused uses up nothing of the wider ones.
   * @throws AppError `rate_limited` when one of them has none left.
   */
  async take({ login, address, device }: LoginAttempted): Promise<void> {
    if (device !== null) return spend(this.byDevice, device, SIGN_INS);
    await spend(this.byBoth, bothKey(login, address), SIGN_INS);
    await spend(this.byAddress, addressKey(address), SIGN_INS);
    await spend(this.byLogin, loginKey(login), SIGN_INS);
  }

  /** The attempt was a success: login and device start afresh, and the address gets it back. */
  async giveBack({ login, address, device }: LoginAttempted): Promise<void> {
    if (device !== null) {
      await this.byDevice.delete(device);
      return;
    }
    await this.byLogin.delete(loginKey(login));
    await this.byBoth.delete(bothKey(login, address));
    await this.byAddress.reward(addressKey(address), 1);
  }
}

const SIGN_INS = 'sign-ins';

/** Hashed, because people type passwords into the wrong field, and so that any length fits. */
const loginKey = (login: string) => sha256(login.toLowerCase());

const bothKey = (login: string, address: string) => sha256(`${login.toLowerCase()} ${addressKey(address)}`);

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
