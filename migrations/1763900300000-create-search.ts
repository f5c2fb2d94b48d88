import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is searched: pieces of text with their full-text and embedding forms, and which model answers for a project. */
export class CreateSearch1763900300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE EXTENSION IF NOT EXISTS btree_gin`);
    // Why no generated column: for any table with one TypeORM wants a bookkeeping table of its own (typeorm_metadata)
    // before it compares the schema. The writer calls this instead, and NOT NULL catches one that forgets to. Stripped
    // of positions: ranking needs to know which words are there, and the row is a third smaller. All three, though
    // `russian` reads words of ASCII letters by English rules too: of accented ones (résumés, cafés) only `english`
    // finds the stem. Without it a batch of 460 messages took 30 ms instead of 32 (words in all: 13 ms).
    await runner.query(`
      CREATE FUNCTION rag_tsv(text text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT strip(to_tsvector('pg_catalog.english', text) || to_tsvector('pg_catalog.russian', text)
          || to_tsvector('pg_catalog.simple', text))
      $$`);
    await runner.query(`
      CREATE TABLE rag_chunks (
        project_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        source_kind text NOT NULL,
        source_id text NOT NULL,
        chunk_index integer NOT NULL,
        message_global_id text,
        conversation_global_id text,
        sender text,
        text text NOT NULL,
        text_hash text NOT NULL,
        -- Issue identifiers, e-mail addresses and numbers that the text or its source names.
        exact_terms text[] NOT NULL DEFAULT '{}',
        -- rag_tsv(text)
        tsv tsvector NOT NULL,
        source_url text,
        occurred_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz,
        embedding halfvec,
        embedding_model text,
        embedding_status text NOT NULL DEFAULT 'pending',
        embedding_attempts integer NOT NULL DEFAULT 0,
        embedding_error text,
        embedding_next_attempt_at timestamptz,
        embedding_claimed_by uuid,
        embedding_claimed_at timestamptz,
        embedded_at timestamptz,
        -- What search goes on answering from while a new generation is built in the columns above.
        previous_embedding halfvec,
        previous_model text,
        CONSTRAINT pk_rag_chunks PRIMARY KEY (project_id, id),
        CONSTRAINT uq_rag_chunks_source UNIQUE (project_id, source_kind, source_id, chunk_index),
        CONSTRAINT fk_rag_chunks_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_rag_chunks_source_kind CHECK (source_kind IN ('message', 'issue', 'note')),
        CONSTRAINT ck_rag_chunks_sender CHECK (sender IN ('client', 'team')),
        CONSTRAINT ck_rag_chunks_status CHECK (embedding_status IN ('pending', 'processing', 'ready', 'failed')),
        CONSTRAINT ck_rag_chunks_embedding CHECK ((embedding IS NULL) OR (embedding_model IS NOT NULL))
      )`);
    // In the row itself: an exact scan that fetches each vector from the TOAST table takes two to three times as long.
    // Measured at 1536 dimensions, medians, 2 cores, all in memory (pgvector 0.8.0): 5,000 rows MAIN 11 ms, EXTERNAL
    // 35 ms; 20,000 rows 44 and 93 ms. With toast_tuple_target raised, so that text and tsv stay in the row too, 17 and
    // 47 ms. MAIN, unlike PLAIN, still moves a vector out where a row would not fit its page.
    await runner.query(`ALTER TABLE rag_chunks ALTER COLUMN embedding SET STORAGE MAIN`);
    // Read for every row of such a scan too. A row with its vector is beyond 2 kB, so PostgreSQL would move out what it
    // can, down to a hash of 64 letters: three more pages for each of them, 360 ms instead of 150 for 24,000 rows.
    for (const column of ['text_hash', 'embedding_model', 'previous_model'])
      await runner.query(`ALTER TABLE rag_chunks ALTER COLUMN ${column} SET STORAGE MAIN`);
    // Rarely there, and two vectors in a row would leave no room for it on a page.
    await runner.query(`ALTER TABLE rag_chunks ALTER COLUMN previous_embedding SET STORAGE EXTERNAL`);
    // Tenant first: a look-up reads the project's postings of a word and nothing of the others', 9 pages instead of 45
    // for a word in 37 of 5,000 chunks beside 100,000 of other projects.
    await runner.query(`
      CREATE INDEX ix_rag_chunks_tsv ON rag_chunks USING gin (project_id, tsv) WHERE deleted_at IS NULL`);
    await runner.query(`
      CREATE INDEX ix_rag_chunks_exact ON rag_chunks USING gin (project_id, exact_terms) WHERE deleted_at IS NULL`);
    await runner.query(`
      CREATE INDEX ix_rag_chunks_status ON rag_chunks (project_id, embedding_status) WHERE deleted_at IS NULL`);
    await runner.query(`
      CREATE INDEX ix_rag_chunks_due ON rag_chunks (project_id, occurred_at DESC, id)
      WHERE embedding_status = 'pending' AND deleted_at IS NULL`);
    await runner.query(`
      CREATE INDEX ix_rag_chunks_claimed ON rag_chunks (project_id, embedding_claimed_by)
      WHERE embedding_status = 'processing'`);
    await runner.query(`CREATE INDEX ix_rag_chunks_hash ON rag_chunks (project_id, text_hash)`);
    await runner.query(`
      CREATE INDEX ix_rag_chunks_conversation ON rag_chunks (project_id, conversation_global_id)
      WHERE deleted_at IS NULL`);
    await runner.query(`
      CREATE INDEX ix_rag_chunks_previous ON rag_chunks (project_id) WHERE previous_model IS NOT NULL`);

    await runner.query(`
      CREATE TABLE embedding_generations (
        project_id uuid NOT NULL,
        model text NOT NULL,
        dim integer NOT NULL,
        status text NOT NULL,
        -- The approximate index of this project and model, once it is complete.
        index_name text,
        created_at timestamptz NOT NULL DEFAULT now(),
        serving_since timestamptz,
        retired_at timestamptz,
        CONSTRAINT pk_embedding_generations PRIMARY KEY (project_id, model),
        CONSTRAINT fk_embedding_generations_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_embedding_generations_status CHECK (status IN ('building', 'serving', 'retired')),
        CONSTRAINT ck_embedding_generations_dim CHECK (dim BETWEEN 1 AND 4000)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX ux_embedding_generations_serving ON embedding_generations (project_id) WHERE status = 'serving'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE embedding_generations`);
    await runner.query(`DROP TABLE rag_chunks`);
    await runner.query(`DROP FUNCTION rag_tsv(text)`);
    await runner.query(`DROP EXTENSION IF EXISTS btree_gin`);
  }
}
