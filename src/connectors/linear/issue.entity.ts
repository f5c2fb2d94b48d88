import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An issue as its list shows it, with what its neighbours make of it. */
@Entity('linear_issues_raw')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_linear_issues_raw_project', onDelete: 'CASCADE' })
@Index('ix_linear_issues_raw_listed', { synchronize: false })
@Index('ix_linear_issues_raw_project', { synchronize: false })
export class LinearIssue {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_linear_issues_raw' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_linear_issues_raw' })
  id!: string;

  @Column('text')
  workspace_id!: string;

  @Column('text')
  identifier!: string;

  @Column('integer', { nullable: true })
  number!: number | null;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('integer', { nullable: true })
  priority!: number | null;

  @Column('double precision', { nullable: true })
  estimate!: number | null;

  /** YYYY-MM-DD, a day without a time zone. */
  @Column('text', { nullable: true })
  due_date!: string | null;

  @Column('text')
  state_id!: string;

  @Column('text')
  state_name!: string;

  @Column('text')
  state_type!: string;

  @Column('text')
  team_id!: string;

  @Column('text', { nullable: true })
  team_key!: string | null;

  @Column('text', { nullable: true })
  linear_project_id!: string | null;

  @Column('text', { nullable: true })
  cycle_id!: string | null;

  @Column('text', { nullable: true })
  parent_id!: string | null;

  @Column('text', { nullable: true })
  assignee_id!: string | null;

  @Column('text', { nullable: true })
  creator_id!: string | null;

  @Column('jsonb')
  label_ids!: string[];

  /** Names, in order. */
  @Column('jsonb')
  labels!: string[];

  /** Not closed, and held up: see `blocking.ts`. */
  @Column('boolean')
  blocked!: boolean;

  /** Ids of the open issues that block it. */
  @Column('jsonb')
  blocked_by!: string[];

  /** ISO 8601 with milliseconds, as `vendor_updated_at`; null while not blocked. */
  @Column('text', { nullable: true })
  blocked_since!: string | null;

  /** Ids of the issues it blocks: those to look at again when it changes. */
  @Column('jsonb')
  blocks!: string[];

  /** The newest change of the issue or of one that blocks it. */
  @Column('text')
  latest_change_at!: string;

  @Column('timestamptz', { nullable: true })
  started_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  completed_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  canceled_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  archived_at!: Date | null;

  @Column('boolean')
  trashed!: boolean;

  /** Hash of everything the list shows of it: tells changes that leave `updatedAt` alone. */
  @Column('text')
  fingerprint!: string;

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
