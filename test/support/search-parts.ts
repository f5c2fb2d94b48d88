import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { Histogram, Registry } from 'prom-client';
import { SystemClock, type Clock } from '../../src/common/clock.js';
import { readConfig, type Config } from '../../src/config/index.js';
import { DatabaseLocation, OwnConnections } from '../../src/database/index.js';
import type { JobContext } from '../../src/jobs/index.js';
import { ChunkCutsRepository } from '../../src/search/chunk-cuts.repository.js';
import { ChunkRecutter } from '../../src/search/chunk-recutter.js';
import { ChunkWriter } from '../../src/search/chunk-writer.js';
import { ChunksRepository } from '../../src/search/chunks.repository.js';
import { Embedders } from '../../src/search/embedders.js';
import { EmbeddingPipeline } from '../../src/search/embedding-pipeline.js';
import { EmbeddingQueueRepository } from '../../src/search/embedding-queue.repository.js';
import { EmbeddingRun } from '../../src/search/embedding-run.js';
import { GenerationKeeper } from '../../src/search/generation-keeper.js';
import { GenerationsRepository } from '../../src/search/generations.repository.js';
import { LexicalSearchRepository } from '../../src/search/lexical-search.repository.js';
import { NeighboursRepository } from '../../src/search/neighbours.repository.js';
import { QueryEmbeddings } from '../../src/search/query-embeddings.js';
import { EmbeddingMetrics } from '../../src/search/search-metrics.js';
import { SearchService } from '../../src/search/search.service.js';
import type { SourceText } from '../../src/search/source-text.js';
import { TypingErrors } from '../../src/search/typing-errors.js';
import { VectorIndexRepository } from '../../src/search/vector-index.repository.js';
import { VectorSearch } from '../../src/search/vector-search.js';
import { VectorSearchRepository } from '../../src/search/vector-search.repository.js';
import { VocabularyRepository } from '../../src/search/vocabulary.repository.js';
import type { TestDatabase } from './test-database.js';

/**
 * The search module's parts on a test database, wired by hand; call again for the same database with another
 * configuration.
 */
export function searchParts(
  { database, dataSource, url, embedded }: TestDatabase,
  env: Record<string, string> = {},
  clock: Clock = new SystemClock(),
) {
  const config: Config = readConfig({
    NODE_ENV: 'test',
    EMBEDDING_DIM: '64',
    ...(env['OPENAI_API_KEY'] === undefined && { EMBEDDING_PROVIDER: 'hashing' }),
    ...env,
  });
  const metrics = new EmbeddingMetrics(
    new Histogram({ name: 'embedding', help: 'of a test', registers: [new Registry()] }),
  );
  const chunks = new ChunksRepository(database);
  const queue = new EmbeddingQueueRepository(database);
  const generations = new GenerationsRepository(database);
  const location = new DatabaseLocation(url, embedded);
  const { master } = dataSource.driver as unknown as { master: Pool };
  const indexes = new VectorIndexRepository(database, location, new OwnConnections(master, location));
  const embedders = new Embedders(config, clock);
  const writer = new ChunkWriter(chunks, config);
  const recutter = new ChunkRecutter(new ChunkCutsRepository(database), writer, database);
  const keeper = new GenerationKeeper(generations, indexes, chunks, config, location);
  const pipeline = new EmbeddingPipeline(queue, config, clock, metrics);
  const run = new EmbeddingRun(recutter, embedders, keeper, queue, pipeline, chunks, config, clock);
  const queries = new QueryEmbeddings(embedders, config, clock, metrics);
  const vectors = new VectorSearchRepository(database);
  const search = new SearchService(
    new VectorSearch(generations, queries, vectors, config),
    new LexicalSearchRepository(database),
    new TypingErrors(new VocabularyRepository(database)),
    new NeighboursRepository(database),
    chunks,
    config,
  );
  return {
    config,
    chunks,
    queue,
    generations,
    indexes,
    embedders,
    writer,
    run,
    vectors,
    search,
    /** Writes sources in a transaction of their own. */
    write: (projectId: string, sources: SourceText[]) =>
      database.transaction((tx) => writer.replace(tx, projectId, sources)),
    /** Runs the job once, as the queue would. */
    embed: (projectId: string, options: { budgetMs?: number; runId?: string; signal?: AbortSignal } = {}) =>
      run.run(jobContext(projectId, options), options.budgetMs ?? 60_000),
  };
}

export type SearchParts = ReturnType<typeof searchParts>;

/** A run's context outside of the queue; warnings are collected in `warnings`. */
export function jobContext(projectId: string, options: { runId?: string; signal?: AbortSignal } = {}) {
  const warnings: string[] = [];
  const context: JobContext & { warnings: string[] } = {
    projectId,
    runId: options.runId ?? randomUUID(),
    payload: {},
    triggeredBy: null,
    signal: options.signal ?? new AbortController().signal,
    progress() {},
    warn(text) {
      warnings.push(text);
    },
    followUp() {},
    runChild: () => Promise.reject(new Error('no children here')),
    warnings,
  };
  return context;
}

/** A new project in a new account scope; returns its id. */
export async function newProject({ database }: TestDatabase): Promise<string> {
  const key = randomUUID();
  const [row] = await database.query<{ id: string }>(
    `WITH scope AS (INSERT INTO account_scopes (key, name) VALUES ($1, $1) RETURNING id)
     INSERT INTO projects (account_scope_id, name) SELECT id, $1 FROM scope RETURNING id`,
    [key],
  );
  return row!.id;
}

/**
 * Drops all projects' approximate indexes: the embedded database is the next file's too, and truncating leaves them.
 */
export async function dropIndexes({ database }: TestDatabase): Promise<void> {
  const indexes = await database.query<{ name: string }>(
    `SELECT indexname AS name FROM pg_indexes WHERE tablename LIKE 'rag_chunks%' AND indexname LIKE 'hx\\_%'`,
  );
  for (const { name } of indexes) await database.run(`DROP INDEX ${name}`);
}

let made = 0;
/** A client's message, valid by default. */
export function sourceText(text: string | null, more: Partial<SourceText> = {}): SourceText {
  made += 1;
  const id = more.source_id ?? `cwmsg:1:${made}`;
  return {
    source_kind: 'message',
    source_id: id,
    message_global_id: id,
    conversation_global_id: 'cw:1:1',
    sender: 'client',
    text,
    source_url: `https://chat.example/${id}`,
    occurred_at: new Date(Date.UTC(2026, 0, 1, 0, made)),
    ...more,
  };
}
