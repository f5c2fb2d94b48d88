import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who gets digests, and what became of each. No text of a project is kept here: what leaves it is in no delivery. */
export class CreateDigests1763903900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE digest_subscriptions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        account_scope_id uuid NOT NULL,
        name text NOT NULL,
        channel text NOT NULL,
        -- What people see of where it goes; the whole address is sealed, since it may be a secret.
        target text NOT NULL,
        sealed bytea NOT NULL,
        locale text NOT NULL,
        period text NOT NULL,
        days jsonb NOT NULL,
        hour smallint NOT NULL,
        time_zone text NOT NULL,
        quiet_hours jsonb,
        paused_because text,
        -- Times before this one are over.
        starts_after timestamptz NOT NULL DEFAULT now(),
        -- The last day that a delivery tells of.
        told_until date,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_digest_subscriptions PRIMARY KEY (id),
        CONSTRAINT fk_digest_subscriptions_account_scope FOREIGN KEY (account_scope_id)
          REFERENCES account_scopes (id) ON DELETE CASCADE,
        CONSTRAINT ck_digest_subscriptions_channel CHECK (channel IN ('webhook', 'slack', 'email')),
        CONSTRAINT ck_digest_subscriptions_locale CHECK (locale IN ('en', 'ru')),
        CONSTRAINT ck_digest_subscriptions_period CHECK (period IN ('day', 'week')),
        CONSTRAINT ck_digest_subscriptions_hour CHECK (hour BETWEEN 0 AND 23),
        CONSTRAINT ck_digest_subscriptions_paused CHECK (paused_because IN ('person', 'gone'))
      )`);
    await runner.query(
      `CREATE INDEX ix_digest_subscriptions_account_scope ON digest_subscriptions (account_scope_id, created_at)`,
    );
    await runner.query(`
      CREATE TABLE digest_deliveries (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        subscription_id uuid NOT NULL,
        account_scope_id uuid NOT NULL,
        period_start date NOT NULL,
        period_end date NOT NULL,
        status text NOT NULL DEFAULT 'waiting',
        attempts integer NOT NULL DEFAULT 0,
        next_try_at timestamptz DEFAULT now(),
        last_error text,
        sent_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_digest_deliveries PRIMARY KEY (id),
        -- The same is never sent twice.
        CONSTRAINT uq_digest_deliveries_period UNIQUE (subscription_id, period_start),
        CONSTRAINT fk_digest_deliveries_subscription FOREIGN KEY (subscription_id)
          REFERENCES digest_subscriptions (id) ON DELETE CASCADE,
        CONSTRAINT ck_digest_deliveries_status CHECK (status IN ('waiting', 'sent', 'failed'))
      )`);
    await runner.query(
      `CREATE INDEX ix_digest_deliveries_account_scope ON digest_deliveries (account_scope_id, created_at)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE digest_deliveries`);
    await runner.query(`DROP TABLE digest_subscriptions`);
  }
}
