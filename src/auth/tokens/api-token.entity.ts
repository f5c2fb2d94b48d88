import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Role } from '../../http/index.js';

/** A token that a person made for a script. */
@Entity('api_tokens')
@Unique('uq_api_tokens_token_hash', ['token_hash'])
@Check('ck_api_tokens_role', `role IN ('viewer', 'operator', 'admin')`)
@Check('ck_api_tokens_limit', 'project_id IS NULL OR account_scope_id IS NULL')
@ForeignKey('User', ['user_id'], ['id'], { name: 'fk_api_tokens_user', onDelete: 'CASCADE' })
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_api_tokens_project', onDelete: 'CASCADE' })
@ForeignKey('AccountScope', ['account_scope_id'], ['id'], { name: 'fk_api_tokens_account_scope', onDelete: 'CASCADE' })
@Index('ix_api_tokens_user', ['user_id'])
@Index('ix_api_tokens_project', ['project_id'])
@Index('ix_api_tokens_account_scope', ['account_scope_id'])
export class ApiToken {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_api_tokens' })
  id!: string;

  @Column('uuid')
  user_id!: string;

  @Column('text')
  name!: string;

  /** SHA-256 of the token, which itself is kept nowhere. */
  @Column('text')
  token_hash!: string;

  /** At most this; less where its user has less. */
  @Column('text')
  role!: Role;

  /** The only project it is good for; null: not limited to one. */
  @Column('uuid', { nullable: true })
  project_id!: string | null;

  /** The only account scope it is good for; null: not limited to one. */
  @Column('uuid', { nullable: true })
  account_scope_id!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz')
  expires_at!: Date;

  /** To the minute. */
  @Column('timestamptz', { nullable: true })
  last_used_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  revoked_at!: Date | null;
}
