import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Access,
  Limited,
  named,
  oneOf,
  Operation,
  optional,
  orNull,
  Project,
  ProjectScoped,
  type ActiveProject,
} from '../http/index.js';
import { SearchMetrics } from './search-metrics.js';
import { SEARCH_MODES, SearchRequest } from './search.dto.js';
import { SearchService } from './search.service.js';
import { SENDERS, SOURCE_KINDS } from './source-text.js';

const NEIGHBOUR = named('SearchNeighbour', {
  id: '5b0e8b1e-6a3c-4f5f-9c89-1f6f6c1d7a11',
  source_id: 'cwmsg:1:90200',
  sender: orNull(oneOf(SENDERS, 'team')),
  text: 'Good morning, when may we expect the payment of the last invoice?',
  source_url: orNull('https://app.chatwoot.com/app/accounts/1/conversations/341?messageId=90200'),
  created_at: '2026-02-03T10:09:00.000Z',
});

@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(
    private readonly search: SearchService,
    private readonly metrics: SearchMetrics,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('viewer')
  @ProjectScoped()
  @Limited('search')
  @Operation({
    id: 'search',
    summary: 'Find what was said and written',
    description:
      'hybrid joins meaning (vector) and words (lexical) by weighted reciprocal rank fusion; identifiers, e-mail addresses ' +
      'and phone numbers in the query come first. `score` orders the answer, `ranks` says where each list had the result, ' +
      '`distance` is the cosine distance. `degraded` and `reason` tell that texts lack their vectors or that the provider ' +
      'is down: words alone find them then. `neighbours` shows what was said before and after each result.',
    effect: 'reads only',
    example: {
      query: 'when will the invoice be paid',
      topK: 10,
      mode: oneOf(SEARCH_MODES, 'hybrid'),
      embedding_model: orNull('text-embedding-3-small@1536'),
      results: [
        named('SearchResult', {
          id: '5b0e8b1e-6a3c-4f5f-9c89-1f6f6c1d7a10',
          source_kind: oneOf(SOURCE_KINDS, 'message'),
          source_id: 'cwmsg:1:90201',
          message_global_id: orNull('cwmsg:1:90201'),
          conversation_global_id: orNull('cw:1:341'),
          chunk_index: 0,
          sender: orNull(oneOf(SENDERS, 'client')),
          text: 'The invoice will be paid on Friday, our accountant is back by then.',
          source_url: orNull('https://app.chatwoot.com/app/accounts/1/conversations/341?messageId=90201'),
          score: 0.0328,
          distance: orNull(0.21),
          created_at: '2026-02-03T10:11:12.000Z',
          ranks: { vector: orNull(1), lexical: orNull(1), exact: orNull(1, null) },
          neighbours: optional({ before: orNull(NEIGHBOUR), after: orNull(NEIGHBOUR, null) }),
        }),
      ],
      degraded: false,
      reason: orNull('OPENAI_API_KEY is not set', null),
      hint: orNull('Nothing has been embedded yet: POST /jobs/embeddings/run', null),
    },
  })
  find(@Project() project: ActiveProject, @Body() body: SearchRequest) {
    return this.metrics.time(body.mode, () => this.search.search(project.id, body));
  }
}
