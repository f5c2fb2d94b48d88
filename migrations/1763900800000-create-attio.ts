import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The mirror of a project's Attio workspace. `data` is the vendor's object; `deleted_at` to `updated_at` are the
 * writer's.
 */
export class CreateAttio1763900800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Columns that every one of these tables ends with. Keys between them would let one unreadable record hold up
    // others.
    const rest = (table: string, key: string) => `
        web_url text,
        vendor_created_at timestamptz NOT NULL,
        vendor_created_at_text text NOT NULL,
        content_hash text NOT NULL,
        data jsonb NOT NULL,
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_${table} PRIMARY KEY (project_id, ${key}),
        CONSTRAINT fk_${table}_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE`;

    await runner.query(`
      CREATE TABLE attio_accounts_raw (
        project_id uuid NOT NULL,
        record_id text NOT NULL,
        name text,
        domains jsonb NOT NULL,
        description text,${rest('attio_accounts_raw', 'record_id')}
      )`);
    await runner.query(`
      CREATE TABLE attio_people_raw (
        project_id uuid NOT NULL,
        record_id text NOT NULL,
        name text,
        email text,
        emails jsonb NOT NULL,
        job_title text,
        company_record_id text,
        contact_since text,${rest('attio_people_raw', 'record_id')}
      )`);
    await runner.query(`
      CREATE TABLE attio_opportunities_raw (
        project_id uuid NOT NULL,
        record_id text NOT NULL,
        name text,
        stage_id text,
        stage_title text,
        stage_status text NOT NULL,
        stage_since text,
        won boolean NOT NULL,
        closed_at timestamptz,
        amount double precision,
        currency text,
        amount_since text,
        planned_budget double precision,
        planned_budget_currency text,
        planned_budget_since text,
        cost double precision,
        cost_currency text,
        cost_since text,
        company_record_id text,
        person_record_ids jsonb NOT NULL,
        owner_id text,
        owner_name text,${rest('attio_opportunities_raw', 'record_id')}
      )`);
    await runner.query(`
      CREATE TABLE attio_activities_raw (
        project_id uuid NOT NULL,
        activity_id text NOT NULL,
        kind text NOT NULL,
        title text,
        content text,
        record_id text,
        linked_records jsonb NOT NULL,
        is_completed boolean,
        completed_at timestamptz,
        completed_at_text text,
        deadline_at timestamptz,
        starts_at timestamptz,
        ends_at timestamptz,
        author_id text,
        author_name text,${rest('attio_activities_raw', 'activity_id')}
      )`);
    // A scan compares one kind at a time with what is there.
    await runner.query(
      `CREATE INDEX ix_attio_activities_raw_kind ON attio_activities_raw (project_id, kind) WHERE deleted_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['attio_activities_raw', 'attio_opportunities_raw', 'attio_people_raw', 'attio_accounts_raw']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
