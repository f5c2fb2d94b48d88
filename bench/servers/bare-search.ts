import pg from 'pg';
import type { Config } from '../../src/config/index.js';
import { exactTerms } from '../../src/search/domain/exact-terms.js';
import { normaliseText } from '../../src/search/domain/normalise-text.js';
import { GenerationsRepository, type ActiveGeneration } from '../../src/search/generations.repository.js';
import { LexicalSearchRepository } from '../../src/search/lexical-search.repository.js';
import { HashingEmbedder } from '../../src/search/hashing.embedder.js';
import { VectorSearchRepository } from '../../src/search/vector-search.repository.js';
import type { SearchMode } from '../../src/search/search.dto.js';
import { BareDatabase } from './database.js';

export const TOP_K = 10;
/** Distances that differ by less are the same: both ways add up the same products in another order. */
const EQUALLY_FAR = 1e-6;
/** As the service asks of both lists for that many results. */
const WANTED = TOP_K * 2 + 20;

/** The statements of a search and nothing else: the product's repositories on connections of their own. */
export class BareSearch {
  private readonly pool: pg.Pool;
  private readonly vectors: VectorSearchRepository;
  private readonly lexical: LexicalSearchRepository;
  private readonly generations: GenerationsRepository;
  private readonly embedder: HashingEmbedder;
  private readonly served = new Map<string, ActiveGeneration>();

  /** @param connections two for each search that goes on at once: hybrid asks for both lists together */
  constructor(
    url: string,
    private readonly config: Config,
    connections = 2,
  ) {
    this.pool = new pg.Pool({ connectionString: url, max: connections });
    const database = new BareDatabase(this.pool);
    this.vectors = new VectorSearchRepository(database);
    this.lexical = new LexicalSearchRepository(database);
    this.generations = new GenerationsRepository(database);
    this.embedder = new HashingEmbedder(config.EMBEDDING_DIM);
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  /** The generation that answers for the project; looked up once. */
  async generationOf(projectId: string): Promise<ActiveGeneration> {
    const known = this.served.get(projectId) ?? (await this.generations.active(projectId))[0];
    if (!known) throw new Error('the project has no embeddings');
    this.served.set(projectId, known);
    return known;
  }

  /** Milliseconds that the mode's statements take, both at once for hybrid, the query's vector being there already. */
  async time(projectId: string, mode: SearchMode, query: string): Promise<number> {
    const text = normaliseText(query);
    const common = { projectId, filter: {}, wanted: WANTED };
    const byMeaning = mode === 'lexical' ? null : await this.vectorQuery(projectId, text);
    const lists = [
      ...(byMeaning ? [() => this.vectors.nearest({ ...common, ...byMeaning })] : []),
      ...(mode === 'vector' ? [] : [() => this.lexical.find({ ...common, text, exact: exactTerms(text) })]),
    ];
    const started = performance.now();
    await Promise.all(lists.map((list) => list()));
    return performance.now() - started;
  }

  /**
   * The part of what the project’s index gives that is as near as the true nearest, from 0 to 1: each of its chunks is
   * compared for that. Where two are equally far, either is right.
   */
  async recall(projectId: string, query: string): Promise<number> {
    const asked = await this.vectorQuery(projectId, normaliseText(query));
    const common = { ...asked, projectId, filter: {}, wanted: TOP_K };
    const found = await this.vectors.nearest(common);
    const nearest = await this.vectors.nearest({ ...common, generation: { ...asked.generation, index_name: null } });
    const furthest = (nearest.at(-1)?.distance ?? 0) + EQUALLY_FAR;
    return found.filter(({ distance }) => distance <= furthest).length / nearest.length;
  }

  private async vectorQuery(projectId: string, text: string) {
    const generation = await this.generationOf(projectId);
    const { texts } = await this.embedder.embed([text], { signal: new AbortController().signal });
    const embedded = texts[0];
    if (!embedded || !('vector' in embedded)) throw new Error('the local embedder gave no vector');
    return { generation, vector: embedded.vector, efSearch: this.config.SEARCH_HNSW_EF_SEARCH };
  }
}
