import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import { ChunksRepository } from './chunks.repository.js';
import { combine, type Candidate } from './combine.js';
import { exactTerms } from './domain/exact-terms.js';
import { facetsOf, type Facets } from './domain/facets.js';
import { highlightsOf } from './domain/highlights.js';
import { normaliseText } from './domain/normalise-text.js';
import { isNumbersAlone, querySays } from './domain/query-says.js';
import { LexicalSearchRepository, type LexicalHit } from './lexical-search.repository.js';
import { NeighboursRepository } from './neighbours.repository.js';
import { queryHint, searchHint } from './search-hint.js';
import type { SearchFilter, SearchMode } from './search.dto.js';
import { mendedText, TypingErrors, typingHint } from './typing-errors.js';
import { VectorSearch, type VectorAnswer } from './vector-search.js';
import { withNeighbours, type NeighbouredResult } from './with-neighbours.js';

export interface SearchAnswer {
  query: string;
  topK: number;
  mode: SearchMode;
  /** The model that the vectors of this answer were made with; null where none took part. */
  embedding_model: string | null;
  results: NeighbouredResult[];
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
  /** Whether each result shows what was said before and after it. */
  neighbours?: boolean;
}

/** What was found, before it is cut to size. */
interface Found {
  candidates: Candidate[];
  /** The words that were looked for: the query's, and those that are meant by its mistyped ones. */
  words: string;
  embedding_model: string | null;
  reason: string | null;
  hint: string | null;
}

const NO_VECTORS: VectorAnswer = { chunks: [], model: null, unavailable: null, missing: 0 };

@Injectable()
export class SearchService {
  constructor(
    private readonly vectors: VectorSearch,
    private readonly lexical: LexicalSearchRepository,
    private readonly typing: TypingErrors,
    private readonly neighbours: NeighboursRepository,
    private readonly chunks: ChunksRepository,
    private readonly config: Config,
  ) {}

  /** The project's chunks that answer the query, best first; at most `topK`, each text once. */
  async search(projectId: string, wish: SearchWish): Promise<SearchAnswer> {
    const { query, topK, mode } = wish;
    const text = normaliseText(query);
    const found =
      querySays(text) === 'something'
        ? await this.byMeaning(projectId, text, wish)
        : await this.byOrder(projectId, text, wish);
    const results = found.candidates
      .slice(0, topK)
      .map((one) => ({ ...one, highlights: highlightsOf(one.text, found.words) }));
    return {
      query,
      topK,
      mode,
      embedding_model: found.embedding_model,
      degraded: found.reason !== null,
      reason: found.reason,
      results: wish.neighbours ? await withNeighbours(this.neighbours, projectId, results) : results,
      facets: facetsOf(found.candidates),
      hint: found.hint,
    };
  }

  /** A query without a word that says something: nearest to it would be arbitrary texts. */
  private async byOrder(projectId: string, text: string, { topK, filter = {} }: SearchWish): Promise<Found> {
    const says = querySays(text);
    const hits = says === 'nothing' ? [] : await this.lexical.literal({ projectId, filter, text, wanted: topK });
    const candidates = combine(NO_VECTORS, hits, { exact: true, numbersAlone: false });
    const hint = candidates.length > 0 ? null : queryHint(says);
    return { candidates, words: text, embedding_model: null, reason: null, hint };
  }

  private async byMeaning(projectId: string, text: string, { topK, mode, filter = {} }: SearchWish): Promise<Found> {
    // Deeper than asked: a text in the middle of both lists may beat the first of one.
    const wanted = topK * 2 + 20;
    const meant = await this.typing.meant(projectId, text);
    const mended = mendedText(text, meant);
    const words = [text, ...[...meant.values()].flat()].join(' ');
    const lexicalList = async (): Promise<LexicalHit[]> => {
      const hits = await this.lexical.find({ projectId, filter, text: words, exact: exactTerms(text), wanted });
      // Words that the dictionaries leave out say something in their order still.
      return hits.length > 0 ? hits : this.lexical.literal({ projectId, filter, text, wanted });
    };
    // The lexical list is made while the provider embeds the query; vector mode needs it only as a stand-in.
    const [near, early] = await Promise.all([
      mode === 'lexical' ? NO_VECTORS : this.vectors.nearest({ projectId, filter, text, mended, wanted }),
      mode === 'vector' ? null : lexicalList(),
    ]);
    const reason = mode === 'lexical' ? null : await this.reasonOf(projectId, near);
    const standsIn = reason !== null && near.chunks.length === 0;
    const hits: LexicalHit[] = early ?? (standsIn ? await lexicalList() : []);
    const joining = { exact: mode !== 'vector' || standsIn, numbersAlone: isNumbersAlone(text) };
    const candidates = combine(near, hits, joining);
    const complete =
      candidates.length > 0 && (near.chunks.length > 0 || mode === 'lexical' || near.unavailable !== null);
    const hint = complete ? null : searchHint(await this.chunks.countsOf(projectId), mode, this.config);
    return { candidates, words, embedding_model: near.model, reason, hint: hint ?? typingHint(meant) };
  }

  /** What of the vectors is missing; null when every text has its own. */
  private async reasonOf(projectId: string, { model, unavailable, missing }: VectorAnswer): Promise<string | null> {
    if (unavailable !== null) return unavailable;
    if (model === null) {
      const { pending, processing, failed } = await this.chunks.countsOf(projectId);
      return pending + processing + failed === 0 ? null : 'no text is embedded yet: words alone were searched';
    }
    if (missing === 0) return null;
    const texts = missing === 1 ? '1 text has' : `${missing} texts have`;
    return `${texts} no vector yet and ${missing === 1 ? 'is' : 'are'} found by words alone`;
  }
}
