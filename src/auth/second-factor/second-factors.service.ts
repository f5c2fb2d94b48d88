import { Injectable } from '@nestjs/common';
import { AppError } from '../../common/app-error.js';
import { Clock } from '../../common/clock.js';
import { Database, type Tx } from '../../database/index.js';
import { validationFailed, type Principal } from '../../http/index.js';
import { SecretSeal } from '../../projects/index.js';
import { PersonAudit } from '../person-audit.js';
import { newRecoveryCodes, recoveryHash } from './recovery-codes.js';
import { SecondFactorsRepository } from './second-factors.repository.js';
import { firstStepOf, newSecret, stepOf, uriOf } from './totp.js';

/** The second factor of people: what it takes to set it up, and to sign in with it. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorsRepository,
    private readonly seal: SecretSeal,
    private readonly clock: Clock,
    private readonly audit: PersonAudit,
  ) {}

  async state(userId: string): Promise<{ enabled: boolean; required: boolean; recovery_codes_left: number }> {
    const authenticator = await this.factors.find(userId);
    return {
      enabled: authenticator?.confirmed ?? false,
      required: await this.factors.isRequired(userId),
      recovery_codes_left: await this.factors.recoveryCodesLeft(userId),
    };
  }

  /**
   * A secret for an authenticator app, which counts once it is confirmed.
   * @throws AppError `conflict`, `secrets_key_missing`
   */
  async begin(user: Principal): Promise<{ secret: string; uri: string }> {
    const secret = newSecret();
    if (!(await this.factors.begin(user.id, this.seal.close(secret, placeOf(user.id)))))
      throw new AppError('conflict', 'You have a second factor already; remove it before you set up another one');
    return { secret, uri: uriOf(secret, user.username) };
  }

  /**
   * Turns the second factor on; returns the recovery codes and the epoch for the session that goes on. A code of the
   * half minute before or after may have been typed slowly: that the clock of the app differs is believed of two codes.
   * @throws AppError `conflict` when there is nothing to confirm, `validation_failed` for a wrong code, and for the
   * first of two.
   */
  async confirm(user: Principal, code: string): Promise<{ codes: string[]; epoch: number }> {
    const authenticator = await this.factors.find(user.id);
    if (!authenticator || authenticator.confirmed)
      throw new AppError('conflict', 'There is nothing to confirm; begin with POST /auth/second-factor');
    const first = firstStepOf(this.open(user.id, authenticator.sealed), code, this.clock.now());
    if (first === null) throw validationFailed([{ path: 'code', problem: 'is not the code that the app shows now' }]);
    if (first.drift !== 0 && !(await this.factors.differsAgain(user.id, first)))
      throw validationFailed([
        { path: 'code', problem: 'was of another half minute: wait until the app shows the next code, and send that' },
      ]);
    return this.database.transaction(async (tx) => {
      await this.factors.useStep(tx, user.id, first.step);
      const epoch = await this.factors.confirm(tx, user.id, first.drift);
      const codes = await this.giveCodes(tx, user.id);
      await this.audit.record(tx, user, 'user.second_factor_on');
      return { codes, epoch };
    });
  }

  /**
   * New recovery codes instead of those there are.
   * @throws AppError `conflict` without a second factor.
   */
  async renewCodes(user: Principal): Promise<string[]> {
    if (!(await this.factors.find(user.id))?.confirmed)
      throw new AppError('conflict', 'You have no second factor; begin with POST /auth/second-factor');
    return this.database.transaction(async (tx) => {
      await this.audit.record(tx, user, 'user.recovery_codes_renew');
      return this.giveCodes(tx, user.id);
    });
  }

  /**
   * Turns it off; returns the epoch for the session that goes on.
   * @throws AppError `forbidden` where a scope asks for it.
   */
  async remove(user: Principal): Promise<number> {
    if (await this.factors.isRequired(user.id))
      throw new AppError('forbidden', 'An account scope of yours asks for a second factor; an admin can reset yours');
    return this.database.transaction(async (tx) => {
      await this.audit.record(tx, user, 'user.second_factor_off');
      return this.factors.remove(tx, user.id);
    });
  }

  /** What is wrong with a sign-in, the password being right; null when nothing is. */
  async missing(userId: string, code: string | undefined): Promise<'code_missing' | 'wrong_code' | null> {
    const authenticator = await this.factors.find(userId);
    if (!authenticator?.confirmed) return null;
    if (code === undefined) return 'code_missing';
    const step = stepOf(this.open(userId, authenticator.sealed), code.trim(), this.clock.now(), authenticator.drift);
    const good =
      step === null
        ? await this.factors.useRecoveryCode(userId, recoveryHash(code))
        : await this.factors.useStep(this.database, userId, step);
    return good ? null : 'wrong_code';
  }

  private async giveCodes(tx: Tx, userId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await this.factors.replaceRecoveryCodes(tx, userId, codes.map(recoveryHash));
    return codes;
  }

  private open(userId: string, sealed: Buffer): string {
    const secret = this.seal.open(sealed, placeOf(userId));
    if (secret !== null) return secret;
    throw new AppError(
      'secrets_key_missing',
      'The second factor was sealed under another SECRETS_KEY; put that key into SECRETS_KEYS_BEFORE, or have an admin reset it',
    );
  }
}

export const placeOf = (userId: string) => `totp:${userId}`;
