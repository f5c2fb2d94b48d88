import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import { AppError } from '../../common/app-error.js';
import { Database } from '../../database/index.js';
import { roleIn, type Principal } from '../../http/index.js';
import { Memberships } from '../../projects/index.js';
import { PersonAudit } from '../person-audit.js';
import { VisibleUsersRepository } from '../visible-users.repository.js';
import { SecondFactorsRepository } from './second-factors.repository.js';

/** What admins decide about the second factors of others. */
@Injectable()
export class SecondFactorRules {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorsRepository,
    private readonly memberships: Memberships,
    private readonly visible: VisibleUsersRepository,
    private readonly audit: AuditLog,
    private readonly person: PersonAudit,
  ) {}

  /**
   * Has everybody in the scope need a second factor, or no more.
   * @throws AppError `not_found` for a scope that the user is not an admin of, `conflict` while the admin has none.
   */
  async require(admin: Principal, scopeId: string, required: boolean): Promise<void> {
    if (roleIn(admin.memberships, scopeId) !== 'admin') throw noSuchScope(scopeId);
    if (required && !(await this.factors.find(admin.id))?.confirmed)
      throw new AppError('conflict', 'Set up your own second factor first, with POST /auth/second-factor');
    await this.database.transaction(async (tx) => {
      const before = await this.factors.require(tx, admin.id, scopeId, required);
      if (before === null) throw noSuchScope(scopeId);
      await this.audit.record(tx, {
        action: 'account_scope.change',
        entity_type: 'account_scope',
        entity_id: scopeId,
        project_id: null,
        account_scope_id: scopeId,
        before: { second_factor_required: before },
        after: { second_factor_required: required },
      });
    });
  }

  /**
   * Takes the second factor from somebody who has lost it, and ends their sessions.
   * @throws AppError `not_found` for a user whom the admin may not see, `forbidden` for one who is also elsewhere, and
   * for the admin: their own asks for their password.
   */
  async reset(admin: Principal, userId: string): Promise<void> {
    if (userId === admin.id)
      throw new AppError('forbidden', 'Remove your own second factor with POST /auth/second-factor/remove');
    await this.database.transaction(async (tx) => {
      const held = await this.memberships.lockAdministered(tx, admin.id);
      const found = await this.visible.find(tx, held, userId);
      if (!found) throw new AppError('not_found', `There is no user ${userId} among those that you may see`);
      if (found.elsewhere)
        throw new AppError(
          'forbidden',
          'The user also belongs to account scopes that you do not administer; ask an admin of all of them to do this',
        );
      await this.factors.remove(tx, userId);
      await this.person.record(tx, { id: userId }, 'user.second_factor_reset');
    });
  }
}

const noSuchScope = (id: string) =>
  new AppError('not_found', `There is no account scope ${id} among those of which you are an admin`);
