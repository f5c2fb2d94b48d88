import type { Config } from '../src/config/index.js';
import type { Cleanups } from './cleanups.js';
import { writeConversations } from './conversations.js';
import type { BenchDatabase } from './database.js';
import { benchDiagnosis } from './diagnosis.js';
import { benchOpenaiEmbedding } from './embedding.js';
import type { Fact } from './facts.js';
import { benchMetrics } from './metrics.js';
import { benchModels } from './models.js';
import { benchPipeline } from './pipeline.js';
import { benchPortfolio } from './portfolio.js';
import { benchSearch } from './search.js';
import type { Servers } from './servers.js';
import { benchSimilarity } from './similarity.js';
import { benchStart } from './start.js';
import type { Figure } from './stats.js';
import { benchSync } from './sync.js';
import type { PartName } from './usage.js';
import { benchWall } from './wall.js';

/** What every part of the bench is given. */
export interface Bench {
  database: BenchDatabase;
  servers: Servers;
  config: Config;
  cleanups: Cleanups;
  /** File of the conversations to sync; null: some are made up. */
  conversations: string | null;
  say: (line: string) => void;
}

export interface Measured {
  figures: Figure[];
  /** What a reader must know of these figures beside the machine. */
  facts: Fact[];
}

const alone = async (figures: Promise<Figure[]>): Promise<Measured> => ({ figures: await figures, facts: [] });

/** The parts of the bench by name, in the order in which they run: that of `PART_NAMES`. */
export const PARTS: Readonly<Record<PartName, (bench: Bench) => Promise<Measured>>> = {
  start: ({ database, servers, say }) => alone(benchStart(database, servers, say)),
  sync: async ({ database, servers, conversations, cleanups, say }) =>
    benchSync(database, servers, conversations ?? (await writeConversations(cleanups)), cleanups, say),
  embedding: ({ database, servers, config, cleanups, say }) =>
    alone(benchOpenaiEmbedding(database, servers, config, cleanups, say)),
  search: ({ database, servers, config, cleanups, say }) => benchSearch(database, servers, config, cleanups, say),
  similarity: ({ database, config, cleanups, say }) => alone(benchSimilarity(database, config, cleanups, say)),
  pipeline: ({ database, cleanups, say }) => benchPipeline(database, cleanups, say),
  models: ({ say }) => alone(benchModels(say)),
  metrics: ({ database, servers, cleanups, say }) => alone(benchMetrics(database, servers, cleanups, say)),
  diagnosis: ({ database, servers, say }) => alone(benchDiagnosis(database, servers, say)),
  wall: ({ database, cleanups, say }) => alone(benchWall(database, cleanups, say)),
  portfolio: ({ database, servers, cleanups, say }) => benchPortfolio(database, servers, cleanups, say),
};
