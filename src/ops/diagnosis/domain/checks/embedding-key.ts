import { check } from '../check.js';
import { request, setVariables } from '../remedy.js';

export const embeddingKey = check({
  id: 'embedding_key',
  section: 'search_empty',
  title: { en: 'The embeddings provider has a key', ru: 'У поставщика эмбеддингов есть ключ' },
  trouble: { en: 'The embeddings provider has no key', ru: 'У поставщика эмбеддингов нет ключа' },
  needs: [],
  look({ settings, words }) {
    const { say } = words;
    const expected = say(
      'OPENAI_API_KEY is set, or EMBEDDING_PROVIDER says that no key is wanted.',
      'Задан OPENAI_API_KEY, или EMBEDDING_PROVIDER говорит, что ключ не нужен.',
    );
    if (settings.embeddingProvider === 'openai')
      return { status: 'ok', observed: say('OPENAI_API_KEY is set.', 'OPENAI_API_KEY задан.'), expected };
    if (settings.EMBEDDING_PROVIDER !== null)
      return {
        status: 'ok',
        observed: say(
          `EMBEDDING_PROVIDER is ${settings.EMBEDDING_PROVIDER}, which needs no key.`,
          `EMBEDDING_PROVIDER — ${settings.EMBEDDING_PROVIDER}, ключ ему не нужен.`,
        ),
        expected,
      };
    return {
      status: 'warn',
      observed: say(
        'OPENAI_API_KEY is not set: the embedder of this machine stands in, which knows little of meanings.',
        'OPENAI_API_KEY не задан: его заменяет встроенный способ, который плохо понимает смысл.',
      ),
      expected,
      remedy: [
        setVariables(
          words,
          { OPENAI_API_KEY: '<OpenAI key>' },
          say('Every text is embedded anew then.', 'После этого эмбеддинги всех текстов считаются заново.'),
        ),
        request(
          'POST',
          '/jobs/embeddings/run',
          say(
            'Embeds everything by the new model; search answers from the old one until it is done.',
            'Считает всё новой моделью; пока не готово, поиск отвечает по старой.',
          ),
        ),
      ],
    };
  },
});
