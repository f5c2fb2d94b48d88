import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A project of Linear’s; `project_id` is ours, as everywhere. */
@Entity('linear_projects_raw')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_linear_projects_raw_project', onDelete: 'CASCADE' })
export class LinearProject {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_linear_projects_raw' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_linear_projects_raw' })
  id!: string;

  @Column('text')
  workspace_id!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  status_name!: string | null;

  @Column('text', { nullable: true })
  status_type!: string | null;

  @Column('text', { nullable: true })
  health!: string | null;

  @Column('text', { nullable: true })
  lead_id!: string | null;

  @Column('jsonb')
  team_ids!: string[];

  @Column('text', { nullable: true })
  start_date!: string | null;

  @Column('text', { nullable: true })
  target_date!: string | null;

  @Column('timestamptz', { nullable: true })
  completed_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  canceled_at!: Date | null;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('timestamptz')
  vendor_created_at!: Date;

  @Column('text')
  vendor_updated_at!: string;

  @Column('jsonb')
  data!: Record<string, unknown>;

  @Column('timestamptz', { nullable: true })
  deleted_at!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}
