import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../http/index.js';

/** A user's membership of an account scope: it opens all projects of the scope to this role. */
@Entity('user_scopes')
@Check('ck_user_scopes_role', `role IN ('viewer', 'operator', 'admin')`)
@ForeignKey('User', ['user_id'], ['id'], { name: 'fk_user_scopes_user', onDelete: 'CASCADE' })
@ForeignKey('AccountScope', ['account_scope_id'], ['id'], { name: 'fk_user_scopes_account_scope', onDelete: 'CASCADE' })
@Index('ix_user_scopes_account_scope', ['account_scope_id'])
export class UserScope {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_user_scopes' })
  user_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_user_scopes' })
  account_scope_id!: string;

  @Column('text', { default: 'viewer' })
  role!: Role;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}
