import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import { ChunksRepository } from './chunks.repository.js';
import { exactTerms } from './domain/exact-terms.js';
import { facetsOf, type Facets } from './domain/facets.js';
import { fuse, type Ranks } from './domain/fuse.js';
import { highlightsOf, type Highlight } from './domain/highlights.js';
import { normaliseText } from './domain/normalise-text.js';
import type { FoundChunk } from './found-chunk.js';
import { LexicalSearchRepository, type LexicalHit } from './lexical-search.repository.js';
import { searchHint } from './search-hint.js';
import type { SearchFilter, SearchMode } from './search.dto.js';
import { VectorSearch, type VectorAnswer } from './vector-search.js';

export interface SearchResult extends Omit<FoundChunk, 'text_hash' | 'occurred_at'> {
  score: number;
  /** Cosine distance; null where the vector list did not hold the chunk. */
  distance: number | null;
  /** When the source was said or written. */
  created_at: Date;
  ranks: Ranks;
  /** Where `text` has words of the query. */
  highlights: Highlight[];
}

/** A result before it is known what of it to show. */
type Candidate = Omit<SearchResult, 'highlights'>;

export interface SearchAnswer {
  query: string;
  topK: number;
  mode: SearchMode;
  /** The model that the vectors of this answer were made with; null where none took part. */
  embedding_model: string | null;
  results: SearchResult[];
  /** Of all texts that were considered for the results: a few more than were asked for. */
  facets: Facets;
  /** Whether part of what the mode promises was missing, and why. */
  degraded: boolean;
  reason: string | null;
  hint: string | null;
}

export interface SearchWish {
  query: string;
  topK: number;
  mode: SearchMode;
  filter?: SearchFilter | undefined;
}

const NO_VECTORS: VectorAnswer = { chunks: [], model: null, unavailable: null };

@Injectable()
export class SearchService {
  constructor(
    private readonly vectors: VectorSearch,
    private readonly lexical: LexicalSearchRepository,
    private readonly chunks: ChunksRepository,
    private readonly config: Config,
  ) {}

  /** The project's chunks that answer the query, best first; at most `topK`, each text once. */
  async search(projectId: string, wish: SearchWish): Promise<SearchAnswer> {
    const { query, topK, mode, filter = {} } = wish;
    const text = normaliseText(query);
    // Deeper than asked: a text in the middle of both lists may beat the first of one.
    const wanted = topK * 2 + 20;
    // The lexical list is made while the provider embeds the query; vector mode needs it only as a stand-in.
    const lexicalList = () => this.lexical.find({ projectId, filter, text, exact: exactTerms(text), wanted });
    const [near, early] = await Promise.all([
      mode === 'lexical' ? NO_VECTORS : this.vectors.nearest({ projectId, filter, text, wanted }),
      mode === 'vector' ? null : lexicalList(),
    ]);
    const hits = early ?? (near.unavailable === null ? [] : await lexicalList());
    const found = combine(near, hits, mode === 'vector' && near.unavailable === null);
    const results = found.slice(0, topK).map((one) => ({ ...one, highlights: highlightsOf(one.text, text) }));
    const answer = {
      query,
      topK,
      mode,
      embedding_model: near.model,
      degraded: near.unavailable !== null,
      reason: near.unavailable,
    };
    if (results.length > 0 && (near.chunks.length > 0 || mode === 'lexical' || answer.degraded))
      return { ...answer, results, facets: facetsOf(found), hint: null };
    const counts = await this.chunks.countsOf(projectId);
    const hint = searchHint(counts, mode, this.config);
    // Words alone are not what hybrid promises: where nothing is embedded yet it says so instead of half an answer.
    const shown = hint !== null && !answer.degraded ? { found: [], results: [] } : { found, results };
    return { ...answer, results: shown.results, facets: facetsOf(shown.found), hint };
  }
}

/** One list of both, each text once under the chunk that the first list holding it shows. */
function combine(near: VectorAnswer, hits: readonly LexicalHit[], vectorOnly: boolean): Candidate[] {
  const found = new Map<string, FoundChunk>();
  const distances = new Map(near.chunks.map((chunk) => [chunk.text_hash, chunk.distance]));
  for (const { distance: _, ...chunk } of near.chunks) found.set(chunk.text_hash, chunk);
  for (const { relevance: _r, exact_count: _e, ...chunk } of hits)
    if (!found.has(chunk.text_hash)) found.set(chunk.text_hash, chunk);
  const fused = fuse({
    vector: near.chunks.map((chunk) => chunk.text_hash),
    lexical: byRelevance(hits).map((hit) => hit.text_hash),
    exact: vectorOnly ? new Map() : new Map(hits.map((hit) => [hit.text_hash, hit.exact_count])),
  });
  return fused.flatMap(({ key, score, ranks }) => {
    const chunk = found.get(key);
    if (!chunk) return [];
    const { text_hash: _, occurred_at, ...shown } = chunk;
    return [{ ...shown, score, distance: distances.get(key) ?? null, created_at: occurred_at, ranks }];
  });
}

/** The hits that have words of the query, by their words alone: exact terms have their own place in the score. */
function byRelevance(hits: readonly LexicalHit[]): LexicalHit[] {
  return hits.filter((hit) => hit.relevance !== null).sort((a, b) => (b.relevance ?? 0) - (a.relevance ?? 0));
}
