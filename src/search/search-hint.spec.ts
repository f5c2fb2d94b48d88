import { searchHint } from './search-hint.js';

const none = { pending: 0, processing: 0, ready: 0, failed: 0 };
const local = { embeddingProvider: 'local', OPENAI_API_KEY: null } as const;
const openai = { embeddingProvider: 'openai', OPENAI_API_KEY: 'sk-test' } as const;

describe('searchHint', () => {
  it.each([
    ['nothing was synced', none, 'hybrid', openai, 'no chunks'],
    ['nothing was synced, words alone', none, 'lexical', openai, 'no chunks'],
    ['embeddings wait', { ...none, pending: 3, processing: 1 }, 'hybrid', openai, 'embeddings pending: 4 chunks'],
    [
      'one embedding waits',
      { ...none, pending: 1 },
      'hybrid',
      openai,
      'embeddings pending: 1 chunk waits for its vector.',
    ],
    ['one was rejected', { ...none, failed: 1 }, 'hybrid', openai, 'rejected the only chunk. '],
    ['embeddings wait without a key', { ...none, pending: 3 }, 'vector', local, 'No key: OPENAI_API_KEY'],
    ['everything was rejected', { ...none, failed: 2 }, 'hybrid', openai, 'rejected all 2 chunks'],
    ['names the first step', none, 'hybrid', openai, 'POST /connectors/sync, then POST /jobs/embeddings/run'],
    ['names the step that is left', { ...none, pending: 3 }, 'hybrid', openai, 'POST /jobs/embeddings/run'],
    ['names the step after a correction', { ...none, failed: 2 }, 'hybrid', openai, 'POST /jobs/embeddings/run'],
  ] as const)('%s', (_, counts, mode, config, hint) => expect(searchHint(counts, mode, config)).toContain(hint));

  it.each([
    ['something is ready', { ...none, ready: 1, pending: 5 }, 'hybrid'],
    ['words need no embeddings', { ...none, pending: 5 }, 'lexical'],
  ] as const)('has nothing to say when %s', (_, counts, mode) => expect(searchHint(counts, mode, openai)).toBeNull());
});
