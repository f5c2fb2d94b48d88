import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A person of the workspace. */
@Entity('attio_people_raw')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_attio_people_raw_project', onDelete: 'CASCADE' })
export class AttioPerson {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_attio_people_raw' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_attio_people_raw' })
  record_id!: string;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('jsonb')
  emails!: string[];

  @Column('text', { nullable: true })
  job_title!: string | null;

  @Column('text', { nullable: true })
  company_record_id!: string | null;

  @Column('text', { nullable: true })
  contact_since!: string | null;

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
