import { check } from '../check.js';
import { request } from '../remedy.js';

export const modelGeneration = check({
  id: 'model_generation',
  section: 'search_empty',
  title: 'Search answers from the configured model',
  needs: ['search'],
  look({ search, settings }) {
    const wanted = settings.search_model;
    const expected = `The generation that serves was made by ${wanted}.`;
    const total = search.pending + search.processing + search.ready + search.failed;
    if (total === 0) return { status: 'skipped', observed: 'There is no chunk.', expected };
    const observed =
      search.serving_model === null
        ? 'No generation serves yet.'
        : `${search.serving_model} serves${search.building_model === null ? '' : `, ${search.building_model} is being built`}.`;
    if (search.serving_model === wanted) return { status: 'ok', observed, expected };
    return {
      status: 'warn',
      observed,
      expected,
      remedy: [
        request(
          'POST',
          '/jobs/embeddings/run',
          'Embeds what lacks a vector of that model; it serves once it is complete.',
        ),
      ],
    };
  },
});
