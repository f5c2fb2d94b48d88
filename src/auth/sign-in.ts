import { Injectable } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import type { Principal } from '../http/index.js';
import { LoginLimits } from './login-limits.js';
import { Passwords } from './passwords.js';
import { UsersRepository } from './users.repository.js';

/** Who signed in, and the epoch to open the session under. */
export interface SignedIn extends Principal {
  session_epoch: number;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly limits: LoginLimits,
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
  ) {}

  /**
   * The user with this login and password.
   * @throws AppError `rate_limited`, or `invalid_credentials`: the same, and after the same work, for an unknown login,
   * a disabled user and a wrong password.
   */
  async withPassword(username: string, password: string, address: string): Promise<SignedIn> {
    await this.limits.take(username, address);
    const account = await this.users.account(username);
    const fits = await this.passwords.fits(account?.password_hash ?? null, password);
    if (!account || !fits || account.disabled_at !== null) {
      throw new AppError('invalid_credentials', 'The username or the password is wrong');
    }
    await this.limits.giveBack(username, address);
    // The epoch was read before the check: a password changed meanwhile leaves the new session over before it begins.
    const { password_hash: _hash, disabled_at: _disabled, ...signedIn } = account;
    return signedIn;
  }
}
