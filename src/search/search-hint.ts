import { counted } from '../common/counted.js';
import type { Config } from '../config/index.js';
import type { ChunkCounts } from './chunks.repository.js';
import type { QuerySays } from './domain/query-says.js';
import type { SearchMode } from './search.dto.js';

const waits = counted('en', { one: 'chunk waits for its vector', many: 'chunks wait for theirs' });

/** Which step of the runbook brings results, when there are none; null when the project has what it needs. */
export function searchHint(
  counts: ChunkCounts,
  mode: SearchMode,
  config: Pick<Config, 'embeddingProvider' | 'OPENAI_API_KEY'>,
): string | null {
  const waiting = counts.pending + counts.processing;
  if (waiting + counts.ready + counts.failed === 0) {
    return 'no chunks: nothing of this project has been synced yet. Run POST /connectors/sync, then POST /jobs/embeddings/run.';
  }
  if (mode === 'lexical' || counts.ready > 0) return null;
  if (waiting === 0) {
    return (
      `embeddings failed: the provider rejected ${counts.failed === 1 ? 'the only chunk' : `all ${counts.failed} chunks`}. ` +
      'Set an EMBEDDING_MODEL that takes what there is, then run ' +
      'POST /jobs/embeddings/run; until then words alone are searched.'
    );
  }
  const without = config.embeddingProvider !== 'openai' && config.OPENAI_API_KEY === null;
  return (
    `embeddings pending: ${waits(waiting)}. Run POST /jobs/embeddings/run; until then words alone are searched.` +
    (without
      ? ' No key: OPENAI_API_KEY is not set, so the embedder on this machine is used, which knows little of meanings.'
      : '')
  );
}

/** Why a query finds nothing by itself; null where it has words to look for. */
export function queryHint(says: QuerySays): string | null {
  switch (says) {
    case 'nothing':
      return 'The query has no word and no number. Ask with a word that the text you look for has or means.';
    case 'frame words':
      return 'The query has only words that every text has, and no text has them in this order. Add what it is about.';
    case 'something':
      return null;
  }
}
