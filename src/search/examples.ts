import { mapOf, named, oneOf, optional, orNull } from '../http/index.js';
import { SEARCH_MODES } from './search.dto.js';
import { SENDERS, SOURCE_KINDS } from './source-text.js';

const NEIGHBOUR = named('SearchNeighbour', {
  id: '5b0e8b1e-6a3c-4f5f-9c89-1f6f6c1d7a11',
  source_id: 'cwmsg:1:90200',
  sender: orNull(oneOf(SENDERS, 'team')),
  text: 'Good morning, when may we expect the payment of the last invoice?',
  source_url: orNull('https://app.chatwoot.com/app/accounts/1/conversations/341?messageId=90200'),
  created_at: '2026-02-03T10:09:00.000Z',
});

/** What a search answers, however it was asked. */
export const SEARCH_EXAMPLE = {
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
      highlights: [
        { start: 4, end: 11 },
        { start: 20, end: 24 },
      ],
      neighbours: optional({ before: orNull(NEIGHBOUR), after: orNull(NEIGHBOUR, null) }),
    }),
  ],
  facets: named('SearchFacets', {
    source_kind: mapOf({ message: 9, issue: 3, note: 1 }),
    sender: mapOf({ client: 6, team: 7 }),
  }),
  degraded: false,
  reason: orNull('OPENAI_API_KEY is not set', null),
  hint: orNull('Nothing has been embedded yet: POST /jobs/embeddings/run', null),
};
