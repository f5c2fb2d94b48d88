import { Check, Column, Entity, ForeignKey, Generated, Index, PrimaryColumn } from 'typeorm';

@Entity('scheduled_jobs')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_scheduled_jobs_project', onDelete: 'CASCADE' })
@Check('ck_scheduled_jobs_status', `status IN ('active', 'paused')`)
@Check('ck_scheduled_jobs_cadence', `cadence_seconds >= 60`)
@Index('ix_scheduled_jobs_due', { synchronize: false })
export class ScheduledJob {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_scheduled_jobs' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_scheduled_jobs' })
  job_type!: string;

  @Column('uuid')
  @Generated('uuid')
  id!: string;

  @Column('text', { default: 'active' })
  status!: 'active' | 'paused';

  @Column('integer')
  cadence_seconds!: number;

  @Column('timestamptz')
  next_run_at!: Date;

  @Column('timestamptz', { nullable: true })
  last_run_at!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}
