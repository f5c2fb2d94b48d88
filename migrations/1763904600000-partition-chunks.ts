import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partitionsAtInstall, partitionTable, uniteTable } from '../src/database/partitions/index.js';

/**
 * Chunks in partitions by a hash of their project. A large project's approximate index is made on its partition, so
 * that what PostgreSQL weighs for a statement, and keeps up to date with a row, is one partition's indexes.
 */
export class PartitionChunks1763904600000 implements MigrationInterface {
  /** The work is many short transactions, so that servers go on meanwhile. */
  readonly transaction = false;
  readonly loses = ['embedding_generations.index_name'];

  async up(runner: QueryRunner): Promise<void> {
    await partitionTable(runner, 'rag_chunks', partitionsAtInstall(runner), { after: [NO_INDEXES] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await uniteTable(runner, 'rag_chunks', { after: [NO_INDEXES] });
  }
}

/** They went with the table. Until the next run of embeddings has made them, search compares all chunks. */
const NO_INDEXES = 'UPDATE embedding_generations SET index_name = NULL WHERE index_name IS NOT NULL';
