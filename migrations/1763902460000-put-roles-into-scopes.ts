import type { MigrationInterface, QueryRunner } from 'typeorm';

const HOMELESS = 'NOT EXISTS (SELECT FROM user_scopes us WHERE us.user_id = u.id)';

/**
 * Roles are per account scope, and every user belongs to one: the database sees to both. Each membership gets the role
 * that its user has.
 *
 * Users without a scope join the default one, disabled and as viewers. There its admins see them, and enable them or
 * leave them. Enabled, they would reach projects that they were never let into.
 *
 * `users.role` stays for servers of the release before, which serve while this one starts: it is the lowest of the
 * user's roles, so that what they let a user do is let in every scope. A later migration drops it.
 */
export class PutRolesIntoScopes1763902460000 implements MigrationInterface {
  /** Roles by account scope: a user has the least of them everywhere. And what a scope is called beside its key. */
  readonly loses = ['account_scopes.called', 'user_scopes.role'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE user_scopes
        ADD COLUMN role text NOT NULL DEFAULT 'viewer',
        ADD CONSTRAINT ck_user_scopes_role CHECK (role IN ('viewer', 'operator', 'admin'));
      UPDATE user_scopes us SET role = u.role FROM users u WHERE u.id = us.user_id;
      ALTER TABLE users ALTER COLUMN role SET DEFAULT 'viewer';
      -- What its people call a scope whose key was in use; null: as its key.
      ALTER TABLE account_scopes ADD COLUMN called text;
    `);
    await runner.query(`
      INSERT INTO account_scopes (key, name) SELECT 'default', 'Default'
      WHERE EXISTS (SELECT FROM users u WHERE ${HOMELESS}) ON CONFLICT (key) DO NOTHING;
      UPDATE users u SET role = 'viewer', disabled_at = coalesce(disabled_at, now()), session_epoch = session_epoch + 1,
        updated_at = now() WHERE ${HOMELESS};
      INSERT INTO user_scopes (user_id, account_scope_id, role)
      SELECT u.id, s.id, 'viewer' FROM users u JOIN account_scopes s ON s.key = 'default' WHERE ${HOMELESS};
    `);
    await runner.query(`
      CREATE FUNCTION keep_users_role() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        who uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.user_id ELSE NEW.user_id END;
      BEGIN
        UPDATE users SET role = held.role FROM (
          SELECT us.role FROM user_scopes us WHERE us.user_id = who
          ORDER BY array_position(ARRAY['viewer', 'operator', 'admin'], us.role) LIMIT 1) held
        WHERE users.id = who AND users.role <> held.role;
        RETURN NULL;
      END $$;
      CREATE TRIGGER user_scopes_keep_users_role AFTER INSERT OR DELETE OR UPDATE OF role ON user_scopes
        FOR EACH ROW EXECUTE FUNCTION keep_users_role();

      CREATE FUNCTION require_account_scope() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        who uuid;
      BEGIN
        IF TG_TABLE_NAME = 'users' THEN who := NEW.id; ELSE who := OLD.user_id; END IF;
        -- Locked: else two transactions could each take one of a user's last two scopes.
        PERFORM 1 FROM users WHERE id = who FOR NO KEY UPDATE;
        IF FOUND AND NOT EXISTS (SELECT FROM user_scopes WHERE user_id = who) THEN
          RAISE EXCEPTION 'the user % must belong to an account scope', who USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      -- At the end of the transaction: a user is made before the membership, and may change scopes.
      CREATE CONSTRAINT TRIGGER users_require_account_scope AFTER INSERT ON users
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_account_scope();
      CREATE CONSTRAINT TRIGGER user_scopes_require_account_scope AFTER DELETE OR UPDATE OF user_id ON user_scopes
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_account_scope();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER user_scopes_require_account_scope ON user_scopes;
      DROP TRIGGER users_require_account_scope ON users;
      DROP FUNCTION require_account_scope();
      DROP TRIGGER user_scopes_keep_users_role ON user_scopes;
      DROP FUNCTION keep_users_role();
      ALTER TABLE account_scopes DROP COLUMN called;
      ALTER TABLE users ALTER COLUMN role DROP DEFAULT;
      ALTER TABLE user_scopes DROP COLUMN role;
    `);
  }
}
