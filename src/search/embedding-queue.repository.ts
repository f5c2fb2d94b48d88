import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { runIsOver } from '../jobs/index.js';
import { toHalfvec } from './halfvec.js';

/** A chunk that this run may embed, until its lease is freed. */
export interface ClaimedChunk {
  id: string;
  text: string;
  text_hash: string;
  attempts: number;
  /** Runs in which it alone got no vector while others did. */
  alone: number;
}

/** What a claim found: chunks to embed, and how many needed no embedding since the project had one of their text. */
export interface EmbeddingClaim {
  chunks: ClaimedChunk[];
  reused: number;
}

/** Where a chunk says which run has it. */
const HOLDER = { table: 'rag_chunks', alias: 'c', column: 'embedding_claimed_by' };

/** Clears a lease; part of every statement that ends one. */
const UNCLAIMED = 'embedding_claimed_by = NULL, embedding_claimed_at = NULL';

/** Pending chunks as a queue: claimed with a lease, ended by a vector, a reason, or a later attempt. */
@Injectable()
export class EmbeddingQueueRepository {
  constructor(private readonly database: Database) {}

  /**
   * Frees what runs left behind that are not running any more, this run's own earlier attempt, and leases older than
   * `staleMinutes` in any process.
   * @returns how many chunks are pending again
   */
  async freeLeases(projectId: string, runId: string, staleMinutes: number): Promise<number> {
    const isOver = await runIsOver(this.database, HOLDER, [projectId]);
    const { affected } = await this.database.run(
      `UPDATE rag_chunks c SET embedding_status = 'pending', ${UNCLAIMED}
       WHERE c.project_id = $1 AND c.embedding_status = 'processing' AND (
         c.embedding_claimed_by = $2
         OR c.embedding_claimed_at < now() - make_interval(mins => $3)
         OR ${isOver})`,
      [projectId, runId, staleMinutes],
    );
    return affected;
  }

  /**
   * Takes up to `limit` due chunks, the newest first, since those are asked about most. Chunks whose text has a vector
   * of this model somewhere in the project get a copy of it at once: no text is embedded twice.
   */
  async claim(projectId: string, runId: string, model: string, limit: number): Promise<EmbeddingClaim> {
    const { rows } = await this.database.run<ClaimedChunk & { reused: boolean }>(
      `WITH due AS (
         -- The time as a column: a distributed database lets no CASE ask for it.
         SELECT id, text_hash, now() AS now FROM rag_chunks
         WHERE project_id = $1 AND embedding_status = 'pending' AND deleted_at IS NULL
           AND (embedding_next_attempt_at IS NULL OR embedding_next_attempt_at <= now())
         ORDER BY occurred_at DESC, id LIMIT $4 FOR UPDATE SKIP LOCKED
       )
       UPDATE rag_chunks c SET
         embedding_status = CASE WHEN twin.embedding IS NULL THEN 'processing' ELSE 'ready' END,
         embedding = coalesce(twin.embedding, c.embedding),
         embedding_model = CASE WHEN twin.embedding IS NULL THEN c.embedding_model ELSE $3 END,
         embedded_at = CASE WHEN twin.embedding IS NULL THEN c.embedded_at ELSE due.now END,
         embedding_error = CASE WHEN twin.embedding IS NULL THEN c.embedding_error END,
         embedding_next_attempt_at = NULL,
         embedding_claimed_by = CASE WHEN twin.embedding IS NULL THEN $2::uuid END,
         embedding_claimed_at = CASE WHEN twin.embedding IS NULL THEN due.now END
       FROM due LEFT JOIN LATERAL (
         SELECT t.embedding FROM rag_chunks t
         WHERE t.project_id = $1 AND t.text_hash = due.text_hash AND t.embedding_model = $3 AND t.embedding IS NOT NULL
         LIMIT 1
       ) twin ON true
       WHERE c.project_id = $1 AND c.id = due.id
       RETURNING c.id, c.text, c.text_hash, c.embedding_attempts AS attempts, c.embedding_alone AS alone,
         (c.embedding_status = 'ready') AS reused`,
      [projectId, runId, model, limit],
    );
    return { chunks: rows.filter((row) => !row.reused), reused: rows.filter((row) => row.reused).length };
  }

  /**
   * Gives every chunk of these texts its vector: the claimed ones, and those that came to wait for the same text since.
   * A chunk whose text was edited meanwhile has another hash and is left alone.
   * @returns how many became ready
   */
  async complete(
    projectId: string,
    runId: string,
    model: string,
    vectors: ReadonlyMap<string, readonly number[]>,
  ): Promise<number> {
    if (vectors.size === 0) return 0;
    const { affected } = await this.database.run(
      `WITH mine AS (
         -- Locked in the writer's order, which then can't lock up with this.
         SELECT c.id, v.embedding FROM unnest($4::text[], $5::text[]) AS v(text_hash, embedding)
         JOIN rag_chunks c ON c.project_id = $1 AND c.text_hash = v.text_hash
         WHERE c.deleted_at IS NULL
           AND (c.embedding_status = 'pending' OR (c.embedding_status = 'processing' AND c.embedding_claimed_by = $2))
         ORDER BY c.source_kind, c.source_id, c.chunk_index FOR UPDATE OF c
       )
       UPDATE rag_chunks c SET embedding_status = 'ready', embedding = mine.embedding::halfvec, embedding_model = $3,
         embedded_at = now(), embedding_alone = 0, embedding_error = NULL, embedding_next_attempt_at = NULL, ${UNCLAIMED}
       FROM mine WHERE c.project_id = $1 AND c.id = mine.id`,
      [projectId, runId, model, [...vectors.keys()], [...vectors.values()].map(toHalfvec)],
    );
    return affected;
  }

  /** Lets rejected chunks wait again whose day is over: a provider, its limits and its rules change. */
  async reopenRejected(projectId: string): Promise<number> {
    const { affected } = await this.database.run(
      `UPDATE rag_chunks SET embedding_status = 'pending', embedding_next_attempt_at = NULL
       WHERE project_id = $1 AND deleted_at IS NULL AND embedding_status = 'failed'
         AND (embedding_next_attempt_at IS NULL OR embedding_next_attempt_at <= now())`,
      [projectId],
    );
    return affected;
  }

  /** Ends chunks of texts that the provider does not take, with its reason, for a day; returns how many. */
  async reject(projectId: string, runId: string, model: string, reasons: ReadonlyMap<string, string>): Promise<number> {
    if (reasons.size === 0) return 0;
    const { affected } = await this.database.run(
      `UPDATE rag_chunks c SET embedding_status = 'failed', embedding = NULL, embedding_model = $3,
         embedding_attempts = c.embedding_attempts + 1, embedding_error = v.reason,
         embedding_next_attempt_at = now() + interval '1 day', ${UNCLAIMED}
       FROM unnest($4::text[], $5::text[]) AS v(text_hash, reason)
       WHERE c.project_id = $1 AND c.text_hash = v.text_hash AND c.embedding_status = 'processing'
         AND c.embedding_claimed_by = $2`,
      [projectId, runId, model, [...reasons.keys()], [...reasons.values()]],
    );
    return affected;
  }

  /** Puts claimed chunks back to be tried again after their wait, counting the attempt. */
  async postpone(projectId: string, runId: string, waits: ReadonlyMap<string, number>, reason: string): Promise<void> {
    if (waits.size === 0) return;
    await this.database.run(
      `UPDATE rag_chunks c SET embedding_status = 'pending', embedding_attempts = c.embedding_attempts + 1,
         embedding_error = $5, embedding_next_attempt_at = now() + make_interval(secs => v.wait_ms / 1000.0), ${UNCLAIMED}
       FROM unnest($3::uuid[], $4::double precision[]) AS v(id, wait_ms)
       WHERE c.project_id = $1 AND c.id = v.id AND c.embedding_status = 'processing' AND c.embedding_claimed_by = $2`,
      [projectId, runId, [...waits.keys()], [...waits.values()], reason],
    );
  }

  /** Puts claimed chunks back like `postpone`, counting that the provider stumbles over each of them alone. */
  async postponeAlone(
    projectId: string,
    runId: string,
    waits: ReadonlyMap<string, { ms: number; reason: string }>,
  ): Promise<void> {
    if (waits.size === 0) return;
    await this.database.run(
      `UPDATE rag_chunks c SET embedding_status = 'pending', embedding_attempts = c.embedding_attempts + 1,
         embedding_alone = c.embedding_alone + 1, embedding_error = v.reason,
         embedding_next_attempt_at = now() + make_interval(secs => v.wait_ms / 1000.0), ${UNCLAIMED}
       FROM unnest($3::uuid[], $4::double precision[], $5::text[]) AS v(id, wait_ms, reason)
       WHERE c.project_id = $1 AND c.id = v.id AND c.embedding_status = 'processing' AND c.embedding_claimed_by = $2`,
      [
        projectId,
        runId,
        [...waits.keys()],
        [...waits.values()].map(({ ms }) => ms),
        [...waits.values()].map(({ reason }) => reason),
      ],
    );
  }

  /**
   * Puts back all that the run still holds, at no cost to the chunks: the run ends, not for their sake.
   * @returns how many wait again
   */
  async release(projectId: string, runId: string): Promise<number> {
    const { affected } = await this.database.run(
      `UPDATE rag_chunks SET embedding_status = 'pending', ${UNCLAIMED}
       WHERE project_id = $1 AND embedding_status = 'processing' AND embedding_claimed_by = $2`,
      [projectId, runId],
    );
    return affected;
  }
}
