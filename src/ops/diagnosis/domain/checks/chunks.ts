import { check } from '../check.js';
import { request } from '../remedy.js';

export const chunks = check({
  id: 'chunks',
  section: 'search_empty',
  title: { en: 'There are texts to search', ru: 'Тексты для поиска есть' },
  trouble: { en: 'There are no texts to search', ru: 'Искать не в чем: текстов нет' },
  needs: ['search'],
  look({ search, words }) {
    const { say, counted } = words;
    const total = search.pending + search.processing + search.ready + search.failed;
    const expected = say('One chunk at least.', 'Хотя бы один фрагмент.');
    if (total > 0) return { status: 'ok', observed: `${counted(total, 'chunk')}.`, expected };
    return {
      status: 'fail',
      observed: say('There is no chunk.', 'Фрагментов нет.'),
      expected,
      remedy: [
        request(
          'POST',
          '/connectors/sync',
          say(
            'Reads conversations, issues and notes, and cuts them into chunks.',
            'Читает переписку, задачи и заметки и делит их на фрагменты.',
          ),
        ),
        request('POST', '/jobs/embeddings/run', say('Embeds them.', 'Считает эмбеддинги.')),
      ],
    };
  },
});
