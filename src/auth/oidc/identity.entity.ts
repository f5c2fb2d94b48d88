import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Somebody at an identity provider, and which user they are here. */
@Entity('user_identities')
@Unique('uq_user_identities_subject', ['issuer', 'subject'])
@Index('ix_user_identities_user', ['user_id'])
@ForeignKey('User', ['user_id'], ['id'], { name: 'fk_user_identities_user', onDelete: 'CASCADE' })
export class UserIdentity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_user_identities' })
  id!: string;

  @Column('uuid')
  user_id!: string;

  @Column('text')
  issuer!: string;

  /** What the provider calls them for good. An e-mail address can change hands; this can not. */
  @Column('text')
  subject!: string;

  /** Made of what the provider says, and brought to it at each sign-in; else an admin linked it. */
  @Column('boolean', { default: false })
  provisioned!: boolean;

  /** When they last came, if the provider said then that it asked for a second factor. */
  @Column('timestamptz', { nullable: true })
  second_factor_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  last_signed_in_at!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}
