import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A client of the account, resolved or not. */
@Entity('cw_contacts')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_cw_contacts_project', onDelete: 'CASCADE' })
@Index('ix_cw_contacts_listed', { synchronize: false })
export class ChatwootContact {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_cw_contacts' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_cw_contacts' })
  contact_global_id!: string;

  @Column('text')
  account_id!: string;

  @Column('bigint')
  contact_id!: string;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { nullable: true })
  phone_number!: string | null;

  @Column('text', { nullable: true })
  identifier!: string | null;

  @Column('boolean')
  blocked!: boolean;

  @Column('timestamptz', { nullable: true })
  last_activity_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  vendor_created_at!: Date | null;

  @Column('jsonb')
  data!: Record<string, unknown>;

  @Column('timestamptz', { nullable: true })
  deleted_at!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}
