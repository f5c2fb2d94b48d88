import { Injectable } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import type { Principal } from '../http/index.js';
import { LoginLimits } from './login-limits.js';
import { Passwords } from './passwords.js';
import { SignInRecords } from './sign-in-records.js';
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
    private readonly records: SignInRecords,
  ) {}

  /**
   * The user with this login and password. `device`: known to this login, or null.
   * @throws AppError `rate_limited`, or `invalid_credentials`: the same, and after the same work, for an unknown login,
   * a disabled user and a wrong password.
   */
  async withPassword(
    username: string,
    password: string,
    from: { address: string; device: string | null },
  ): Promise<SignedIn> {
    const attempt = { login: username, ...from };
    await this.limits.take(attempt).catch((error: unknown) => this.records.limited(error));
    const account = await this.users.account(username);
    const fits = await this.passwords.fits(account?.password_hash ?? null, password);
    if (!account || !fits || account.disabled_at !== null) {
      await this.records.refused(account, fits ? 'disabled' : 'wrong_password');
      throw new AppError('invalid_credentials', 'The username or the password is wrong');
    }
    await this.limits.giveBack(attempt);
    // The epoch was read before the check: a password changed meanwhile leaves the new session over before it begins.
    return { id: account.id, username: account.username, role: account.role, session_epoch: account.session_epoch };
  }
}
