import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A user's membership of an account scope: it opens all projects of the scope. */
@Entity('user_scopes')
@ForeignKey('User', ['user_id'], ['id'], { name: 'fk_user_scopes_user', onDelete: 'CASCADE' })
@ForeignKey('AccountScope', ['account_scope_id'], ['id'], { name: 'fk_user_scopes_account_scope', onDelete: 'CASCADE' })
@Index('ix_user_scopes_account_scope', ['account_scope_id'])
export class UserScope {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_user_scopes' })
  user_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_user_scopes' })
  account_scope_id!: string;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}
