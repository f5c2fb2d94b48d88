import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Who owns projects: an agency, or a part of it. People are members of scopes and thereby reach their projects. */
@Entity('account_scopes')
@Unique('uq_account_scopes_key', ['key'])
export class AccountScope {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_account_scopes' })
  id!: string;

  /** What the configuration calls it: unique on this server, in lower case. */
  @Column('text')
  key!: string;

  /** What its people call it in requests, where another scope had that key already; null: as `key`. */
  @Column('text', { nullable: true })
  called!: string | null;

  @Column('text')
  name!: string;

  /** Whether its people need a second factor to sign in. */
  @Column('boolean', { default: false })
  second_factor_required!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}
