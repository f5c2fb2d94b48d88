import { Injectable } from '@nestjs/common';
import { AppError } from '../../common/app-error.js';
import { Database, type Tx } from '../../database/index.js';
import { scopesWith, type Principal } from '../../http/index.js';
import { Memberships } from '../../projects/index.js';
import { PersonAudit } from '../person-audit.js';
import { UsersRepository } from '../users.repository.js';
import { VisibleUsersRepository } from '../visible-users.repository.js';
import { IdentitiesRepository, type ShownIdentity } from './identities.repository.js';
import { IdentitySignIn } from './identity-sign-in.service.js';

/** Whose identities at the provider are whose users: admins say so, where no rule does. */
@Injectable()
export class Identities {
  constructor(
    private readonly database: Database,
    private readonly identities: IdentitiesRepository,
    private readonly users: UsersRepository,
    private readonly visible: VisibleUsersRepository,
    private readonly memberships: Memberships,
    private readonly signIn: IdentitySignIn,
    private readonly audit: PersonAudit,
  ) {}

  /** @throws AppError `not_found` for a user whom the admin may not see. */
  async of(admin: Principal, userId: string): Promise<ShownIdentity[]> {
    const found = await this.visible.find(this.database, scopesWith(admin.memberships, 'admin'), userId);
    if (!found) throw noSuchUser(userId);
    return this.identities.ofUser(this.database, userId);
  }

  /**
   * From now on who has this subject at the provider signs in as the user.
   * @throws AppError `not_found` for a user whom the admin may not see, `forbidden` for one who is also elsewhere,
   * `conflict` for a subject that is a user's already, `provider_not_configured`.
   */
  async link(admin: Principal, userId: string, subject: string): Promise<ShownIdentity> {
    return this.database.transaction(async (tx) => {
      await this.assertWholly(tx, admin, userId);
      const issuer = this.signIn.assertConfigured();
      const identity = await this.identities.insert(tx, userId, { issuer, subject }, false);
      if (!identity) throw new AppError('conflict', 'This subject is linked to a user already');
      await this.audit.record(tx, { id: userId }, 'user.identity_link', { issuer, subject });
      return identity;
    });
  }

  /**
   * Takes the identity away from the user, and ends the user's sessions.
   * @throws AppError as above
   */
  async unlink(admin: Principal, userId: string, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.assertWholly(tx, admin, userId);
      const gone = await this.identities.remove(tx, userId, id);
      if (!gone) throw new AppError('not_found', `The user has no identity ${id}`);
      await this.users.change(tx, userId, {});
      const { issuer, subject } = gone;
      await this.audit.record(tx, { id: userId }, 'user.identity_unlink', { issuer, subject });
    });
  }

  /** Else an admin of one scope could link themselves to somebody who reaches another, and walk in as them. */
  private async assertWholly(tx: Tx, admin: Principal, userId: string): Promise<void> {
    const held = await this.memberships.lockAdministered(tx, admin.id);
    const found = await this.visible.find(tx, held, userId);
    if (!found) throw noSuchUser(userId);
    if (found.elsewhere)
      throw new AppError(
        'forbidden',
        'The user also belongs to account scopes that you do not administer; ask an admin of all of them to do this',
      );
  }
}

const noSuchUser = (id: string) => new AppError('not_found', `There is no user ${id} among those that you may see`);
