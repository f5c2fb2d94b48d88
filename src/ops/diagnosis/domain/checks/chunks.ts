import { check } from '../check.js';
import { request } from '../remedy.js';
import { counted } from '../wording.js';

export const chunks = check({
  id: 'chunks',
  section: 'search_empty',
  title: 'There are texts to search',
  needs: ['search'],
  look({ search }) {
    const total = search.pending + search.processing + search.ready + search.failed;
    const expected = 'One chunk at least.';
    if (total > 0) return { status: 'ok', observed: `${counted(total, 'chunk')}.`, expected };
    return {
      status: 'fail',
      observed: 'There is no chunk.',
      expected,
      remedy: [
        request('POST', '/connectors/sync', 'Reads conversations, issues and notes, and cuts them into chunks.'),
        request('POST', '/jobs/embeddings/run', 'Embeds them.'),
      ],
    };
  },
});
