import { check } from '../check.js';
import { request, setVariables } from '../remedy.js';

export const embeddingKey = check({
  id: 'embedding_key',
  section: 'search_empty',
  title: 'The embeddings provider has a key',
  needs: [],
  look({ settings }) {
    const expected = 'OPENAI_API_KEY is set, or EMBEDDING_PROVIDER says that no key is wanted.';
    if (settings.embeddingProvider === 'openai') return { status: 'ok', observed: 'OPENAI_API_KEY is set.', expected };
    if (settings.EMBEDDING_PROVIDER !== null)
      return {
        status: 'ok',
        observed: `EMBEDDING_PROVIDER is ${settings.EMBEDDING_PROVIDER}, which needs no key.`,
        expected,
      };
    return {
      status: 'warn',
      observed: 'OPENAI_API_KEY is not set: the embedder of this machine stands in, which knows little of meanings.',
      expected,
      remedy: [
        setVariables({ OPENAI_API_KEY: '<OpenAI key>' }, 'Every text is embedded anew then.'),
        request(
          'POST',
          '/jobs/embeddings/run',
          'Embeds everything by the new model; search answers from the old one until it is done.',
        ),
      ],
    };
  },
});
