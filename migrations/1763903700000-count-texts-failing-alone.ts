import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In how many runs a text alone got no vector while others did, and for which chunk size a project's texts are cut. */
export class CountTextsFailingAlone1763903700000 implements MigrationInterface {
  readonly loses = ['rag_chunks.embedding_alone'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE rag_chunks ADD COLUMN embedding_alone integer NOT NULL DEFAULT 0`);
    await runner.query(`
      CREATE TABLE chunk_cuts (
        project_id uuid NOT NULL,
        -- Characters in a chunk at most, and the rules by which texts were read and cut.
        chunk_size integer NOT NULL,
        rules integer NOT NULL,
        CONSTRAINT pk_chunk_cuts PRIMARY KEY (project_id),
        CONSTRAINT fk_chunk_cuts_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE chunk_cuts`);
    await runner.query(`ALTER TABLE rag_chunks DROP COLUMN embedding_alone`);
  }
}
