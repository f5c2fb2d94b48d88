import {
  type Database,
  MAY_WRITE,
  pendingAfter,
  ranMigrations,
  WALL_COLUMN,
  wallOf,
  whyReadOnly,
  type FoundWall,
  type MayWrite,
  type WallState,
} from '../../database/index.js';
import { pendingOf, QUEUE_COLUMNS, queueState, type QueueState } from '../../jobs/index.js';
import type { DatabaseFacts } from './domain/facts.js';

/** Tables that are not there yet, or were never made. */
const UNDEFINED_TABLE = '42P01';

interface Row extends MayWrite, FoundWall, Pick<QueueState, 'version' | 'queues'> {
  postgres: string;
  pgvector: string | null;
  encoding: string;
  ran: string[];
  now: Date;
  project_created_at: Date | null;
}

export interface ServerFacts {
  database: DatabaseFacts;
  /** The database's time, by which everything else was written. */
  now: Date;
  /** Null where there is no such project. */
  projectCreatedAt: Date | null;
  /** How the wall between projects stands; null where there are no tables yet. */
  wall: WallState | null;
  /** Rows of projects are on several servers. */
  distributed: boolean;
}

/** The database itself: whether it answers, and what it has of what this version needs. */
export class ServerFactsRepository {
  constructor(private readonly sql: Database) {}

  /** One statement, and more where nothing was ever migrated. */
  async read(projectId: string | null): Promise<ServerFacts> {
    const started = performance.now();
    const row = await this.row(projectId);
    const answered_ms = performance.now() - started;
    const { pooled } = this.sql;
    const { postgres, pgvector, encoding, now, project_created_at } = row;
    const pending_migrations = [...pendingAfter(row.ran), ...pendingOf(row)];
    return {
      database: { answered_ms, postgres, pgvector, encoding, pending_migrations, read_only: whyReadOnly(row), pooled },
      now,
      projectCreatedAt: project_created_at,
      wall: wallOf(row),
      distributed: await this.sql.distributed(),
    };
  }

  private async row(projectId: string | null): Promise<Row> {
    try {
      return await this.ask(
        'ARRAY(SELECT name::text FROM schema_migrations)',
        `(SELECT created_at FROM projects WHERE id = $1) AS project_created_at, ${QUEUE_COLUMNS}`,
        [projectId],
      );
    } catch (error) {
      if ((error as { code?: string }).code !== UNDEFINED_TABLE) throw error;
      return this.rowWithoutTables();
    }
  }

  /** Where the server's tables are not there, the queue's may be, and the other way round. */
  private async rowWithoutTables(): Promise<Row> {
    const ran = await ranMigrations((text) => this.sql.query(text));
    const row = await this.ask('$1::text[]', 'NULL::timestamptz AS project_created_at', [ran]);
    return { ...row, ...(await queueState(this.sql)) };
  }

  private async ask(ran: string, more: string, parameters: unknown[]): Promise<Row> {
    const [row] = await this.sql.query<Row>(
      `SELECT split_part(current_setting('server_version'), ' ', 1) AS postgres,
         (SELECT extversion FROM pg_extension WHERE extname = 'vector') AS pgvector, ${ran} AS ran, now() AS now,
         current_setting('server_encoding') AS encoding, ${MAY_WRITE}, ${WALL_COLUMN},
         ${more}`,
      parameters,
    );
    if (!row) throw new Error('a SELECT without FROM gives a row');
    return row;
  }
}
