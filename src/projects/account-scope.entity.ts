import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Who owns projects: an agency, or a part of it. People are members of scopes and thereby reach their projects. */
@Entity('account_scopes')
@Unique('uq_account_scopes_key', ['key'])
export class AccountScope {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_account_scopes' })
  id!: string;

  /** What people call it in requests, in lower case. */
  @Column('text')
  key!: string;

  @Column('text')
  name!: string;

  /** Whether its people need a second factor to sign in. */
  @Column('boolean', { default: false })
  second_factor_required!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}
