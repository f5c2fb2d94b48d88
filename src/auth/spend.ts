import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { AppError } from '../common/app-error.js';

/**
 * Takes one of what the limiter allows this key.
 * @throws AppError `rate_limited`, with the time to wait.
 */
export async function spend(limiter: RateLimiterAbstract, key: string, what: string): Promise<void> {
  try {
    await limiter.consume(key, 1);
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    const seconds = Math.max(1, Math.ceil(thrown.msBeforeNext / 1000));
    throw new AppError('rate_limited', `Too many ${what}; try again in ${seconds} s`, undefined, {
      retryAfterSeconds: seconds,
    });
  }
}
