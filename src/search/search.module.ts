import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobsModule } from '../jobs/index.js';
import { ChunkCut } from './chunk-cut.entity.js';
import { ChunkCutsRepository } from './chunk-cuts.repository.js';
import { ChunkRecutter } from './chunk-recutter.js';
import { ChunkWriter } from './chunk-writer.js';
import { RagChunk } from './chunk.entity.js';
import { ChunksRepository } from './chunks.repository.js';
import { Embedders } from './embedders.js';
import { EmbeddingPipeline } from './embedding-pipeline.js';
import { EmbeddingQueueRepository } from './embedding-queue.repository.js';
import { EmbeddingRun } from './embedding-run.js';
import { EmbeddingsController } from './embeddings.controller.js';
import { EmbeddingsJob } from './embeddings.job.js';
import { GenerationKeeper } from './generation-keeper.js';
import { EmbeddingGeneration } from './generation.entity.js';
import { GenerationsRepository } from './generations.repository.js';
import { LexicalSearchRepository } from './lexical-search.repository.js';
import { NeighboursRepository } from './neighbours.repository.js';
import { QueryEmbeddings } from './query-embeddings.js';
import { EmbeddingMetrics, SearchMetrics, searchMetricProviders } from './search-metrics.js';
import { SearchStatus } from './search-status.js';
import { SearchController } from './search.controller.js';
import { SearchIndexes } from './search-indexes.js';
import { SearchService } from './search.service.js';
import { TypingErrors } from './typing-errors.js';
import { VectorIndexRepository } from './vector-index.repository.js';
import { VectorSearch } from './vector-search.js';
import { VectorSearchRepository } from './vector-search.repository.js';
import { VocabularyRepository } from './vocabulary.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([RagChunk, ChunkCut, EmbeddingGeneration]), JobsModule],
  controllers: [EmbeddingsController, SearchController],
  providers: [
    ChunkCutsRepository,
    ChunkRecutter,
    ChunkWriter,
    ChunksRepository,
    Embedders,
    EmbeddingMetrics,
    EmbeddingPipeline,
    EmbeddingQueueRepository,
    EmbeddingRun,
    EmbeddingsJob,
    GenerationKeeper,
    GenerationsRepository,
    LexicalSearchRepository,
    NeighboursRepository,
    QueryEmbeddings,
    SearchIndexes,
    SearchMetrics,
    SearchService,
    SearchStatus,
    TypingErrors,
    VectorIndexRepository,
    VectorSearch,
    VectorSearchRepository,
    VocabularyRepository,
    ...searchMetricProviders,
  ],
  exports: [ChunkWriter, SearchIndexes, SearchService, SearchStatus],
})
export class SearchModule {}
