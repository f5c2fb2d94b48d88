import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { JobResult, Progress } from './job-definition.js';

export const RUN_STATUSES = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];
/** What made the run: a person's request, the schedule, another run's outcome, or another run as a part of itself. */
export const RUN_TRIGGERS = ['request', 'schedule', 'follow_up', 'child'] as const;
export type RunTrigger = (typeof RUN_TRIGGERS)[number];

export interface RunError {
  code: string;
  message: string;
  details?: Record<string, unknown>;
}

/** Which run is meant. */
export interface RunKey {
  project_id: string;
  id: string;
}

@Entity('job_runs')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_job_runs_project', onDelete: 'CASCADE' })
@Check('ck_job_runs_status', `status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')`)
@Check('ck_job_runs_trigger', `trigger IN ('request', 'schedule', 'follow_up', 'child')`)
@Index('ux_job_runs_open', { synchronize: false })
@Index('ix_job_runs_listed', { synchronize: false })
@Index('ix_job_runs_latest', { synchronize: false })
@Index('ix_job_runs_finished', { synchronize: false })
export class JobRun {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_job_runs' })
  project_id!: string;

  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_job_runs' })
  id!: string;

  @Column('text')
  job_type!: string;

  @Column('text', { default: 'queued' })
  status!: RunStatus;

  @Column('text')
  trigger!: RunTrigger;

  @Column('text', { nullable: true })
  triggered_by!: string | null;

  @Column('text', { nullable: true })
  request_id!: string | null;

  @Column('uuid', { nullable: true })
  parent_run_id!: string | null;

  @Column('jsonb', { default: {} })
  payload!: Record<string, unknown>;

  @Column('jsonb', { nullable: true })
  progress!: Progress | null;

  @Column('jsonb', { nullable: true })
  result!: JobResult | null;

  @Column('jsonb', { nullable: true })
  error!: RunError | null;

  @Column('text', { nullable: true })
  worker_id!: string | null;

  @Column('integer', { default: 0 })
  attempt!: number;

  /** Whether a follow-up has joined the run while it was under way: another run has to come after it. */
  @Column('boolean', { default: false })
  follow_up_wanted!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { nullable: true })
  started_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  finished_at!: Date | null;
}
