import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The schedule of every project, and the record of every run. The queue itself has a schema of its own (pg-boss). */
export class CreateJobs1763900100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scheduled_jobs (
        project_id uuid NOT NULL,
        job_type text NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        status text NOT NULL DEFAULT 'active',
        cadence_seconds integer NOT NULL,
        next_run_at timestamptz NOT NULL,
        last_run_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_scheduled_jobs PRIMARY KEY (project_id, job_type),
        CONSTRAINT fk_scheduled_jobs_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_scheduled_jobs_status CHECK (status IN ('active', 'paused')),
        CONSTRAINT ck_scheduled_jobs_cadence CHECK (cadence_seconds >= 60)
      )`);
    await runner.query(`CREATE INDEX ix_scheduled_jobs_due ON scheduled_jobs (next_run_at) WHERE status = 'active'`);
    await runner.query(`
      CREATE TABLE job_runs (
        project_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        job_type text NOT NULL,
        status text NOT NULL DEFAULT 'queued',
        trigger text NOT NULL,
        triggered_by text,
        request_id text,
        parent_run_id uuid,
        payload jsonb NOT NULL DEFAULT '{}',
        progress jsonb,
        result jsonb,
        error jsonb,
        worker_id text,
        attempt integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz,
        CONSTRAINT pk_job_runs PRIMARY KEY (project_id, id),
        CONSTRAINT fk_job_runs_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_job_runs_status CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
        CONSTRAINT ck_job_runs_trigger CHECK (trigger IN ('request', 'schedule', 'follow_up', 'child'))
      )`);
    // What makes equal runs join: a project has one open run of a job type at most.
    await runner.query(`
      CREATE UNIQUE INDEX ux_job_runs_open ON job_runs (project_id, job_type) WHERE status IN ('queued', 'running')`);
    await runner.query(`CREATE INDEX ix_job_runs_listed ON job_runs (project_id, created_at DESC, id DESC)`);
    await runner.query(`CREATE INDEX ix_job_runs_latest ON job_runs (project_id, job_type, created_at DESC)`);
    await runner.query(`CREATE INDEX ix_job_runs_finished ON job_runs (finished_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE job_runs`);
    await runner.query(`DROP TABLE scheduled_jobs`);
  }
}
