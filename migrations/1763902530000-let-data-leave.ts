import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a project no longer reads from leaves it, and a whole project can be removed: at once for reads, later in
 * storage.
 */
export class LetDataLeave1763902530000 implements MigrationInterface {
  /** Projects that are being removed, with all that is theirs, and what each connector reads and no longer reads. */
  readonly loses = [
    'connector_sync_state.leaving',
    'connector_sync_state.leaving_since',
    'connector_sync_state.source',
    'projects',
  ];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE projects
        ALTER COLUMN account_scope_id DROP NOT NULL,
        ADD COLUMN removed_at timestamptz,
        ADD CONSTRAINT ck_projects_removed CHECK ((removed_at IS NULL) = (account_scope_id IS NOT NULL))`);
    await runner.query(`
      ALTER TABLE connector_sync_state
        ADD COLUMN source jsonb,
        ADD COLUMN leaving text,
        ADD COLUMN leaving_since timestamptz,
        ADD CONSTRAINT ck_connector_sync_state_leaving CHECK (leaving IN ('all', 'outside'))`);
    await runner.query(
      `CREATE INDEX ix_connector_sync_state_leaving ON connector_sync_state (project_id) WHERE leaving IS NOT NULL`,
    );
    // Rows of two accounts in one project: what was read before it was bound to another one has stayed so far.
    await runner.query(`
      UPDATE connector_sync_state s SET leaving = 'outside', leaving_since = now()
      WHERE s.connector = 'chatwoot' AND (
        SELECT min(c.account_id) <> max(c.account_id) FROM cw_conversations c WHERE c.project_id = s.project_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_connector_sync_state_leaving`);
    await runner.query(`
      ALTER TABLE connector_sync_state
        DROP CONSTRAINT ck_connector_sync_state_leaving,
        DROP COLUMN source,
        DROP COLUMN leaving,
        DROP COLUMN leaving_since`);
    // The schema before can't say that they are out of reach.
    await runner.query(`DELETE FROM projects WHERE removed_at IS NOT NULL`);
    await runner.query(`
      ALTER TABLE projects
        DROP CONSTRAINT ck_projects_removed,
        DROP COLUMN removed_at,
        ALTER COLUMN account_scope_id SET NOT NULL`);
  }
}
