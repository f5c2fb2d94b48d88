import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A note, task or meeting. */
@Entity('attio_activities_raw')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_attio_activities_raw_project', onDelete: 'CASCADE' })
@Index('ix_attio_activities_raw_kind', { synchronize: false })
export class AttioActivity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_attio_activities_raw' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_attio_activities_raw' })
  activity_id!: string;

  @Column('text')
  kind!: string;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text', { nullable: true })
  content!: string | null;

  @Column('text', { nullable: true })
  record_id!: string | null;

  @Column('jsonb')
  linked_records!: { object: string | null; record_id: string }[];

  @Column('boolean', { nullable: true })
  is_completed!: boolean | null;

  @Column('timestamptz', { nullable: true })
  completed_at!: Date | null;

  @Column('text', { nullable: true })
  completed_at_text!: string | null;

  @Column('timestamptz', { nullable: true })
  deadline_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  starts_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  ends_at!: Date | null;

  @Column('text', { nullable: true })
  author_id!: string | null;

  @Column('text', { nullable: true })
  author_name!: string | null;

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
