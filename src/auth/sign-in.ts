import { Injectable } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import type { Principal } from '../http/index.js';
import { LoginLimits } from './login-limits.js';
import { Passwords } from './passwords.js';
import { SecondFactors } from './second-factor/second-factors.service.js';
import { SignInRecords } from './sign-in-records.js';
import { UsersRepository } from './users.repository.js';

/** How somebody proved who they are to the identity provider. */
export interface ProviderProof {
  second_factor: boolean;
  /** ISO 8601; null where the provider does not say. */
  authenticated_at: string | null;
}

/** Who signed in, and the epoch to open the session under. */
export interface SignedIn extends Principal {
  session_epoch: number;
  /** What the identity provider said, where they came by it. */
  provider?: ProviderProof;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly limits: LoginLimits,
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
    private readonly records: SignInRecords,
    private readonly secondFactors: SecondFactors,
  ) {}

  /**
   * The user with this login and password, and the code of their second factor where they have one. `device`: known to
   * this login, or null.
   * @throws AppError `rate_limited`, `second_factor_required` for a right password without a code, or
   * `invalid_credentials`: the same, and after the same work, for an unknown login, a disabled user, a wrong password
   * and a wrong code.
   */
  async withPassword(
    username: string,
    password: string,
    code: string | undefined,
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
    const missing = await this.secondFactors.missing(account.id, code);
    if (missing !== null) {
      await this.records.refused(account, missing);
      // Nothing is given back: else a right password would make room for ever more guesses of the code.
      throw missing === 'code_missing'
        ? new AppError('second_factor_required', 'Send the code of your authenticator app, or a recovery code, as code')
        : new AppError('invalid_credentials', 'The username, the password or the code is wrong');
    }
    await this.limits.giveBack(attempt);
    // The epoch was read before the check: a password changed meanwhile leaves the new session over before it begins.
    const { password_hash: _hash, disabled_at: _disabled, ...signedIn } = account;
    return signedIn;
  }
}
