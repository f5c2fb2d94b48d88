import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { sha256 } from '../common/stable-hash.js';
import { Database, DatabaseLocation, overAllProjects, OwnConnections, type ServerClient } from '../database/index.js';

/** Prefix of all approximate indexes, by which leftovers are recognised. */
const PREFIX = 'hx_rag_chunks_';

interface IndexRow {
  name: string;
  valid: boolean;
}

/**
 * Approximate (HNSW) indexes, one for a large project and its model: made, found and dropped. Each is on the project's
 * partition: the planner weighs those of its neighbours there, and not those of all projects.
 */
@Injectable()
export class VectorIndexRepository {
  constructor(
    private readonly database: Database,
    private readonly location: DatabaseLocation,
    private readonly connections: OwnConnections,
  ) {}

  /** The name of the index of a project's model: the same every time, and within PostgreSQL's 63 bytes. */
  nameOf(projectId: string, model: string): string {
    return `${PREFIX}${sha256(projectId).slice(0, 20)}_${sha256(model).slice(0, 12)}`;
  }

  /**
   * Makes the index unless a complete one is there, without holding up writers. Minutes for 100,000 chunks, so on a
   * connection of its own without the pool's deadlines; aborting the signal cancels it.
   */
  async ensure(projectId: string, model: string, dim: number, signal: AbortSignal): Promise<string> {
    const name = this.nameOf(projectId, model);
    const found = (await this.list(projectId)).find((index) => index.name === name);
    if (found?.valid) return name;
    const partition = await this.partitionOf(projectId);
    await this.onOwnConnection(signal, async (client) => {
      // What a cancelled build leaves behind is written to by every insert and never read.
      if (found) await client.query(`DROP INDEX ${this.concurrently} IF EXISTS ${name}`);
      await client.query(
        `CREATE INDEX ${this.concurrently} IF NOT EXISTS ${name} ON ${partition}
         USING hnsw ((embedding::halfvec(${Number(dim)})) halfvec_cosine_ops)
         WHERE project_id = ${pg.escapeLiteral(projectId)} AND embedding_model = ${pg.escapeLiteral(model)} AND deleted_at IS NULL`,
      );
    });
    return name;
  }

  /** Drops the project's indexes but the one named; returns how many. */
  async dropAllBut(projectId: string, kept: string | null, signal: AbortSignal): Promise<number> {
    return this.drop(projectId, signal, (index) => index.name !== kept);
  }

  /** Drops what cancelled builds of the project left behind; returns how many. */
  async dropUnfinished(projectId: string, signal: AbortSignal): Promise<number> {
    return this.drop(projectId, signal, (index) => !index.valid);
  }

  private async drop(projectId: string, signal: AbortSignal, unwanted: (index: IndexRow) => boolean): Promise<number> {
    const indexes = (await this.list(projectId)).filter(unwanted);
    if (indexes.length === 0) return 0;
    await this.onOwnConnection(signal, async (client) => {
      for (const { name } of indexes) await client.query(`DROP INDEX ${this.concurrently} IF EXISTS ${name}`);
    });
    return indexes.length;
  }

  /** The partition that the project's chunks are in. */
  private async partitionOf(projectId: string): Promise<string> {
    const [row] = await this.database.query<{ name: string }>(
      'SELECT tableoid::regclass::text AS name FROM rag_chunks WHERE project_id = $1 LIMIT 1',
      [projectId],
    );
    if (!row) throw new Error(`project ${projectId} has no chunks to make an index of`);
    return row.name;
  }

  private list(projectId: string): Promise<IndexRow[]> {
    return this.database.query<IndexRow>(
      `SELECT c.relname AS name, i.indisvalid AS valid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
       JOIN pg_inherits p ON p.inhrelid = i.indrelid AND p.inhparent = 'rag_chunks'::regclass WHERE c.relname LIKE $1`,
      [`${PREFIX}${sha256(projectId).slice(0, 20)}\\_%`],
    );
  }

  /** PGlite has one session: building holds up no other session, and CONCURRENTLY has none to wait for. */
  private get concurrently(): string {
    return this.location.embedded ? '' : 'CONCURRENTLY';
  }

  private async onOwnConnection(signal: AbortSignal, work: (client: ServerClient) => Promise<void>): Promise<void> {
    signal.throwIfAborted();
    // Told by its name: through a pooler the session is known only once it is at work.
    const name = `kag-server index ${randomUUID()}`;
    // By the login, as it was begun: another role may not.
    const cancel = () =>
      void overAllProjects(() =>
        this.database.query(
          `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE application_name = $1 AND state = 'active'`,
          [name],
        ),
      ).catch(() => {});
    await this.connections.use(name, signal, async (client) => {
      signal.addEventListener('abort', cancel, { once: true });
      try {
        signal.throwIfAborted();
        await work(client);
      } finally {
        signal.removeEventListener('abort', cancel);
      }
    });
  }
}
