import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partitionsAtInstall, partitionTable, uniteTable } from '../src/database/partitions/index.js';

/**
 * The event log in partitions by a hash of the project: removing what is old, and vacuuming after it, goes over one
 * part at a time. Ids come by a function: before PostgreSQL 17 a table in partitions has no identity columns.
 */
export class PartitionEventLog1763904700000 implements MigrationInterface {
  /** The work is many short transactions, so that servers go on meanwhile. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await partitionTable(runner, 'kag_event_log', partitionsAtInstall(runner), {
      before: [
        `CREATE SEQUENCE kag_event_log_ids`,
        // Not from the newest event: a younger one may have been removed, and what was folded reaches up to that.
        `SELECT setval('kag_event_log_ids', last_value, is_called) FROM kag_event_log_id_seq`,
      ],
      after: [
        `ALTER SEQUENCE kag_event_log_ids OWNED BY kag_event_log.id`,
        // After it: Citus lets nobody change a sequence that a function uses. Whoever may write events takes an id for
        // them, without a right to the sequence.
        `CREATE FUNCTION kag_event_log_next_id() RETURNS bigint LANGUAGE sql VOLATILE SECURITY DEFINER
         RETURN nextval('kag_event_log_ids'::regclass)`,
        `ALTER TABLE kag_event_log ALTER COLUMN id SET DEFAULT kag_event_log_next_id()`,
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await uniteTable(runner, 'kag_event_log', {
      before: [
        `CREATE TEMPORARY TABLE event_log_ids ON COMMIT DROP AS SELECT last_value, is_called FROM kag_event_log_ids`,
        ...['kag_event_log', 'next_kag_event_log'].map((table) => `ALTER TABLE ${table} ALTER COLUMN id DROP DEFAULT`),
        `DROP FUNCTION kag_event_log_next_id()`,
      ],
      after: [
        `ALTER TABLE kag_event_log ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY`,
        `SELECT setval('kag_event_log_id_seq', last_value, is_called) FROM event_log_ids`,
        // As it was: widened without a look at the rows.
        `ALTER TABLE kag_event_log DROP CONSTRAINT ck_kag_event_log_source`,
        `ALTER TABLE kag_event_log ADD CONSTRAINT ck_kag_event_log_source
         CHECK (source IN ('chatwoot', 'linear', 'attio', 'github', 'system')) NOT VALID`,
      ],
    });
  }
}
