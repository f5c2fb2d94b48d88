import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A company of the workspace. */
@Entity('attio_accounts_raw')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_attio_accounts_raw_project', onDelete: 'CASCADE' })
export class AttioCompany {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_attio_accounts_raw' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_attio_accounts_raw' })
  record_id!: string;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('jsonb')
  domains!: string[];

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text', { nullable: true })
  web_url!: string | null;

  @Column('timestamptz')
  vendor_created_at!: Date;

  @Column('text')
  vendor_created_at_text!: string;

  @Column('text')
  content_hash!: string;

  @Column('jsonb')
  data!: Record<string, unknown>;

  @Column('timestamptz', { nullable: true })
  deleted_at!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}
