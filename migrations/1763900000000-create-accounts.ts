import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may do what: account scopes and their projects, people, sessions, and the record of what people changed. */
export class CreateAccounts1763900000000 implements MigrationInterface {
  name = 'CreateAccounts1763900000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE account_scopes (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        key text NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_account_scopes PRIMARY KEY (id),
        CONSTRAINT uq_account_scopes_key UNIQUE (key)
      );

      CREATE TABLE projects (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        account_scope_id uuid NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_projects PRIMARY KEY (id),
        CONSTRAINT fk_projects_account_scope FOREIGN KEY (account_scope_id) REFERENCES account_scopes (id)
      );
      -- "Acme" and "acme" in one list are the same client to whoever picks from it.
      CREATE UNIQUE INDEX uq_projects_scope_name ON projects (account_scope_id, lower(name));

      CREATE TABLE project_sources (
        project_id uuid NOT NULL,
        connector text NOT NULL,
        external_id text,
        filter jsonb NOT NULL DEFAULT '{}',
        -- Sealed with SECRETS_KEY; the database alone never yields a token.
        sealed_credentials bytea,
        -- What the vendor's webhooks are sent to; not a key, since keys of tenant tables begin with the project.
        webhook_id uuid NOT NULL DEFAULT gen_random_uuid(),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_project_sources PRIMARY KEY (project_id, connector),
        CONSTRAINT fk_project_sources_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_project_sources_connector CHECK (connector IN ('chatwoot', 'linear', 'attio'))
      );
      CREATE INDEX ix_project_sources_webhook ON project_sources (webhook_id);
    `);
    await queryRunner.query(`
      CREATE TABLE users (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        username text NOT NULL,
        password_hash text NOT NULL,
        role text NOT NULL,
        disabled_at timestamptz,
        -- Sessions opened under an earlier epoch are over, also those that a request in flight writes back.
        session_epoch integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_users PRIMARY KEY (id),
        CONSTRAINT uq_users_username UNIQUE (username),
        CONSTRAINT ck_users_username CHECK (username = lower(username)),
        CONSTRAINT ck_users_role CHECK (role IN ('viewer', 'operator', 'admin'))
      );

      CREATE TABLE user_scopes (
        user_id uuid NOT NULL,
        account_scope_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_user_scopes PRIMARY KEY (user_id, account_scope_id),
        CONSTRAINT fk_user_scopes_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT fk_user_scopes_account_scope FOREIGN KEY (account_scope_id) REFERENCES account_scopes (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_user_scopes_account_scope ON user_scopes (account_scope_id);

      -- As connect-pg-simple reads and writes it, with a time zone.
      CREATE TABLE sessions (
        sid varchar NOT NULL,
        sess json NOT NULL,
        expire timestamptz(6) NOT NULL,
        CONSTRAINT pk_sessions PRIMARY KEY (sid)
      );
      CREATE INDEX ix_sessions_expire ON sessions (expire);
      -- A changed password or role ends all sessions of its user.
      CREATE INDEX ix_sessions_user ON sessions ((sess #>> '{passport,user}'));

      -- As rate-limiter-flexible reads and writes it; expire is in milliseconds since 1970.
      CREATE TABLE login_attempts (
        key varchar(255) NOT NULL,
        points integer NOT NULL DEFAULT 0,
        expire bigint,
        CONSTRAINT pk_login_attempts PRIMARY KEY (key)
      );
      CREATE INDEX ix_login_attempts_expire ON login_attempts (expire);

      CREATE TABLE idempotency_keys (
        user_id uuid NOT NULL,
        key text NOT NULL,
        method text NOT NULL,
        path text NOT NULL,
        -- Of method, path, project, query and body, keyed: bodies may hold passwords.
        fingerprint text NOT NULL,
        -- Whose turn it is: only the holder of this id may store the answer.
        claim_id uuid NOT NULL,
        claimed_at timestamptz NOT NULL DEFAULT now(),
        -- Null while the first request runs; json and not jsonb, so that the repeat has the keys in the same order.
        answer json,
        CONSTRAINT pk_idempotency_keys PRIMARY KEY (user_id, key),
        CONSTRAINT fk_idempotency_keys_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_idempotency_keys_claimed_at ON idempotency_keys (claimed_at);
    `);
    await queryRunner.query(`
      -- No foreign keys: the record outlives the people and projects it speaks of.
      CREATE TABLE audit_events (
        id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
        occurred_at timestamptz NOT NULL DEFAULT now(),
        actor_id uuid,
        actor_name text NOT NULL,
        action text NOT NULL,
        entity_type text NOT NULL,
        entity_id text NOT NULL,
        project_id uuid,
        account_scope_id uuid,
        request_id text,
        address text,
        before jsonb,
        after jsonb,
        CONSTRAINT pk_audit_events PRIMARY KEY (id)
      );
      CREATE INDEX ix_audit_events_project ON audit_events (project_id, id);
      CREATE INDEX ix_audit_events_account_scope ON audit_events (account_scope_id, id);

      CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'audit_events is append-only';
      END $$;
      CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE audit_events;
      DROP FUNCTION refuse_audit_change();
      DROP TABLE idempotency_keys;
      DROP TABLE login_attempts;
      DROP TABLE sessions;
      DROP TABLE user_scopes;
      DROP TABLE users;
      DROP TABLE project_sources;
      DROP TABLE projects;
      DROP TABLE account_scopes;
    `);
  }
}
