import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Role } from '../http/index.js';

/** A person who signs in. */
@Entity('users')
@Unique('uq_users_username', ['username'])
@Check('ck_users_username', 'username = lower(username)')
@Check('ck_users_role', `role IN ('viewer', 'operator', 'admin')`)
export class User {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_users' })
  id!: string;

  /** In lower case: Ann and ann are one person. */
  @Column('text')
  username!: string;

  @Column('text')
  password_hash!: string;

  /** Whether somebody else set the password: it opens nothing but the change of it. */
  @Column('boolean', { default: true })
  password_temporary!: boolean;

  /** Of the AUTH_CREDENTIALS that were applied last: the same ones don't undo what was changed since. */
  @Column('text', { nullable: true })
  environment_password_hash!: string | null;

  /** The secret of the authenticator app, sealed. */
  @Column('bytea', { nullable: true })
  totp_sealed!: Buffer | null;

  /** Null: it is not the second factor yet. */
  @Column('timestamptz', { nullable: true })
  totp_confirmed_at!: Date | null;

  /** Of the code that was used last; earlier ones are good for nothing any more. */
  @Column('integer', { nullable: true })
  totp_last_step!: number | null;

  /** How far the app's clock is ahead of ours, in steps of 30 s. */
  @Column('smallint', { default: 0 })
  totp_drift!: number;

  /** The lowest of the roles in `user_scopes`, kept by the database: servers of the release before read it. */
  @Column('text', { default: 'viewer' })
  role!: Role;

  @Column('timestamptz', { nullable: true })
  disabled_at!: Date | null;

  /** Sessions opened under an earlier epoch are over, also those that a request in flight writes back. */
  @Column('integer', { default: 0 })
  session_epoch!: number;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}
