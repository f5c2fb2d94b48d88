import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The chunks that full-text search reads: all of them for a login, and those within reach for the server's own role.
 *
 * The wall under the table keeps operators that could tell of rows out of its indexes, and full text has none other: a
 * word would be looked for in every chunk of the project. This view holds the same condition, and reads the table as
 * its owner, for whom the wall is open. Its condition is the statement's own, so the planner may use the indexes.
 */
export class ShowChunksInReach1763903230000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const listed = (setting: string) =>
      `ANY ((SELECT nullif(current_setting('${setting}', true), '')::uuid[])::uuid[])`;
    await runner.query(`
      CREATE VIEW rag_chunks_in_reach AS
      SELECT project_id, id, source_kind, source_id, chunk_index, message_global_id, conversation_global_id, sender, text,
        text_hash, exact_terms, tsv, source_url, occurred_at, deleted_at
      FROM rag_chunks
      WHERE (SELECT current_setting('role') = 'none') OR project_id = ${listed('kag.projects')}
        OR project_id IN (SELECT id FROM projects WHERE account_scope_id = ${listed('kag.scopes')})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW rag_chunks_in_reach');
  }
}
