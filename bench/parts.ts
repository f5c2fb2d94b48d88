import type { Part } from './bench.js';
import { benchCrowd } from './parts/crowd.js';
import { benchDiagnosis } from './parts/diagnosis.js';
import { benchEmbedding } from './parts/embedding.js';
import { benchGrowth } from './parts/growth.js';
import { benchIndexes } from './parts/indexes.js';
import { benchJobs } from './parts/jobs.js';
import { benchLexical } from './parts/lexical.js';
import { benchMetrics } from './parts/metrics.js';
import { benchModels } from './parts/models.js';
import { benchPipeline } from './parts/pipeline.js';
import { benchPortfolio } from './parts/portfolio.js';
import { benchReads } from './parts/reads.js';
import { benchSearch } from './parts/search.js';
import { benchSignals } from './parts/signals.js';
import { benchSimilarity } from './parts/similarity.js';
import { benchSizes } from './parts/sizes.js';
import { benchStart } from './parts/start.js';
import { benchSync } from './parts/sync.js';
import { benchWall } from './parts/wall.js';
import type { PartName } from './usage.js';

/** The parts of the bench by name; they run in the order of `PART_NAMES`. */
export const PARTS: Readonly<Record<PartName, Part>> = {
  start: benchStart,
  sync: benchSync,
  growth: benchGrowth,
  embedding: benchEmbedding,
  search: benchSearch,
  crowd: benchCrowd,
  indexes: benchIndexes,
  lexical: benchLexical,
  similarity: benchSimilarity,
  signals: benchSignals,
  pipeline: benchPipeline,
  models: benchModels,
  reads: benchReads,
  jobs: benchJobs,
  metrics: benchMetrics,
  diagnosis: benchDiagnosis,
  wall: benchWall,
  portfolio: benchPortfolio,
  sizes: benchSizes,
};
