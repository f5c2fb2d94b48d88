import { Injectable, Logger } from '@nestjs/common';
import { errorText } from '../common/app-error.js';
import { Database } from '../database/index.js';
import { requestContext } from '../http/index.js';
import { PersonAudit } from './person-audit.js';

export type RefusalReason =
  'wrong_password' | 'disabled' | 'code_missing' | 'wrong_code' | 'no_role' | 'provider_second_factor';

/** Somebody whom an identity provider has named. */
export interface ProviderIdentity {
  issuer: string;
  subject: string;
}

/**
 * Sign-ins and their refusals: in the log, and of known users in the audit. The log never names what was typed as a
 * login, since people type passwords into the wrong field.
 */
@Injectable()
export class SignInRecords {
  private readonly log = new Logger('sign-in');

  constructor(
    private readonly database: Database,
    private readonly audit: PersonAudit,
  ) {}

  /** `identity`: who they are at the identity provider, where they came by it. */
  async succeeded(user: { id: string }, identity: ProviderIdentity | null = null): Promise<void> {
    this.log.log({ user_id: user.id, address: requestContext().address, ...identity }, 'signed in');
    await this.audit.record(this.database, user, 'session.open', identity);
  }

  /** The provider knows them, and no user here is theirs. */
  unknownIdentity(identity: ProviderIdentity): void {
    const { address } = requestContext();
    this.log.warn({ user_id: null, reason: 'unknown_identity', ...identity, address }, 'sign-in refused');
  }

  /** The provider, or what it or somebody in its name sent, failed. */
  providerFailed(kind: string, reason: string): void {
    this.log.warn(
      { user_id: null, reason: kind, detail: reason, address: requestContext().address },
      'sign-in refused',
    );
  }

  async refused(user: { id: string } | null, reason: RefusalReason): Promise<void> {
    const { address } = requestContext();
    this.log.warn({ user_id: user?.id ?? null, reason: user ? reason : 'unknown_login', address }, 'sign-in refused');
    // As many as the limits let through; who is refused by these is in the log only.
    if (user) await this.audit.record(this.database, user, 'session.refuse', { reason });
  }

  /**
   * Too many attempts.
   * @throws the error itself
   */
  limited(error: unknown): never {
    this.log.warn({ address: requestContext().address, reason: errorText(error) }, 'sign-in refused');
    throw error;
  }
}
