import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AppError } from '../../common/app-error.js';
import { Database } from '../../database/index.js';
import { requestContext, validationFailed, type Principal } from '../../http/index.js';
import { KnownDevices } from '../known-devices.js';
import { LoginLimits } from '../login-limits.js';
import { Passwords } from '../passwords.js';
import { PersonAudit } from '../person-audit.js';
import { NewPasswords } from './new-passwords.js';
import { OwnPasswordsRepository } from './own-passwords.repository.js';

/** People's changes of their own password. */
@Injectable()
export class OwnPasswords {
  constructor(
    private readonly database: Database,
    private readonly own: OwnPasswordsRepository,
    private readonly limits: LoginLimits,
    private readonly devices: KnownDevices,
    private readonly passwords: Passwords,
    private readonly wanted: NewPasswords,
    private readonly audit: PersonAudit,
  ) {}

  /**
   * The hash of the user's password, which this is.
   * @throws AppError `validation_failed` or `rate_limited`.
   */
  async assertCurrent(user: Principal, current: string, request: Request): Promise<string> {
    // Counted like sign-ins: who finds a page that was left open could try passwords here.
    const { address } = requestContext();
    const device = this.devices.deviceOf(request, user.username);
    const attempt = { login: user.username, address, device };
    await this.limits.take(attempt);
    const hash = await this.own.hashOf(user.id);
    if (hash === null || !(await this.passwords.fits(hash, current)))
      throw validationFailed([{ path: 'current_password', problem: 'is not your password' }]);
    await this.limits.giveBack(attempt);
    return hash;
  }

  /**
   * Changes the password and ends all sessions of the user; returns the epoch for the one that goes on.
   * @throws AppError `validation_failed` for a wrong current password or a new one that would be guessed,
   * `rate_limited` for too many tries, `conflict` when the password is changed by somebody else at the same time.
   */
  async change(user: Principal, current: string, next: string, request: Request): Promise<number> {
    const before = await this.assertCurrent(user, current, request);
    if (next === current)
      throw validationFailed([{ path: 'new_password', problem: 'must differ from the current one' }]);
    const hash = await this.wanted.hash(next, { id: user.id }, 'new_password');
    return this.database.transaction(async (tx) => {
      const epoch = await this.own.choose(tx, user.id, before, hash);
      if (epoch === null)
        throw new AppError('conflict', 'Your password has been changed at the same time; sign in with the new one');
      await this.audit.record(tx, user, 'user.password_change');
      return epoch;
    });
  }
}
