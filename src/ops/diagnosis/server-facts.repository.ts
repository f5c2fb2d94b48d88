import { MAY_WRITE, pendingAfter, whyReadOnly, type MayWrite, type Sql } from '../../database/index.js';
import { pendingQueue } from '../../jobs/index.js';
import type { DatabaseFacts } from './domain/facts.js';

/** Tables that are not there yet, or were never made. */
const UNDEFINED_TABLE = '42P01';

interface Row extends MayWrite {
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
}

/** The database itself: whether it answers, and what it has of what this version needs. */
export class ServerFactsRepository {
  constructor(private readonly sql: Sql) {}

  /** Three statements, and one more where nothing was ever migrated. */
  async read(projectId: string | null): Promise<ServerFacts> {
    const started = performance.now();
    const { postgres, pgvector, encoding, ran, now, project_created_at, ...mayWrite } = await this.row(projectId);
    const answered_ms = performance.now() - started;
    const pending_migrations = [...pendingAfter(ran), ...(await pendingQueue(this.sql))];
    return {
      database: { answered_ms, postgres, pgvector, encoding, pending_migrations, read_only: whyReadOnly(mayWrite) },
      now,
      projectCreatedAt: project_created_at,
    };
  }

  private async row(projectId: string | null): Promise<Row> {
    try {
      return await this.ask(
        'ARRAY(SELECT name::text FROM schema_migrations)',
        '(SELECT created_at FROM projects WHERE id = $1)',
        [projectId],
      );
    } catch (error) {
      if ((error as { code?: string }).code !== UNDEFINED_TABLE) throw error;
      return this.ask('ARRAY[]::text[]', 'NULL::timestamptz', []);
    }
  }

  private async ask(ran: string, created: string, parameters: unknown[]): Promise<Row> {
    const [row] = await this.sql.query<Row>(
      `SELECT split_part(current_setting('server_version'), ' ', 1) AS postgres,
         (SELECT extversion FROM pg_extension WHERE extname = 'vector') AS pgvector, ${ran} AS ran, now() AS now,
         current_setting('server_encoding') AS encoding, ${MAY_WRITE},
         ${created} AS project_created_at`,
      parameters,
    );
    if (!row) throw new Error('a SELECT without FROM gives a row');
    return row;
  }
}
