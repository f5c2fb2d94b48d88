import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What scripts sign in with, beside the sessions of people. */
export class CreateApiTokens1763903210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_tokens (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        user_id uuid NOT NULL,
        name text NOT NULL,
        -- SHA-256 of the token; the token itself is random enough to need no salt, and is kept nowhere.
        token_hash text NOT NULL,
        role text NOT NULL,
        project_id uuid,
        account_scope_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT pk_api_tokens PRIMARY KEY (id),
        CONSTRAINT uq_api_tokens_token_hash UNIQUE (token_hash),
        CONSTRAINT fk_api_tokens_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT fk_api_tokens_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT fk_api_tokens_account_scope FOREIGN KEY (account_scope_id) REFERENCES account_scopes (id) ON DELETE CASCADE,
        CONSTRAINT ck_api_tokens_role CHECK (role IN ('viewer', 'operator', 'admin')),
        CONSTRAINT ck_api_tokens_limit CHECK (project_id IS NULL OR account_scope_id IS NULL)
      )`);
    await runner.query(`CREATE INDEX ix_api_tokens_user ON api_tokens (user_id)`);
    await runner.query(`CREATE INDEX ix_api_tokens_project ON api_tokens (project_id)`);
    await runner.query(`CREATE INDEX ix_api_tokens_account_scope ON api_tokens (account_scope_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE api_tokens`);
  }
}
