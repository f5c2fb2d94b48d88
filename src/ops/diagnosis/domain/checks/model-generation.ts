import { check } from '../check.js';
import { request } from '../remedy.js';

export const modelGeneration = check({
  id: 'model_generation',
  section: 'search_empty',
  title: { en: 'Search answers from the configured model', ru: 'Поиск отвечает по настроенной модели' },
  trouble: { en: 'Search answers from another model', ru: 'Поиск отвечает по другой модели' },
  needs: ['search'],
  look({ search, settings, words }) {
    const { say } = words;
    const wanted = settings.search_model;
    const expected = say(
      `The generation that serves was made by ${wanted}.`,
      `Поколение, по которому отвечает поиск, сделано моделью ${wanted}.`,
    );
    const total = search.pending + search.processing + search.ready + search.failed;
    if (total === 0) return { status: 'skipped', observed: say('There is no chunk.', 'Фрагментов нет.'), expected };
    const observed =
      search.serving_model === null
        ? say('No generation serves yet.', 'Ни одно поколение ещё не готово.')
        : say(
            `${search.serving_model} serves${search.building_model === null ? '' : `, ${search.building_model} is being built`}.`,
            `Поиск отвечает по ${search.serving_model}${search.building_model === null ? '' : `, готовится ${search.building_model}`}.`,
          );
    if (search.serving_model === wanted) return { status: 'ok', observed, expected };
    return {
      status: 'warn',
      observed,
      expected,
      remedy: [
        request(
          'POST',
          '/jobs/embeddings/run',
          say(
            'Embeds what lacks a vector of that model; it serves once it is complete.',
            'Считает эмбеддинги, которых не хватает этой модели; поиск перейдёт на неё, когда все готовы.',
          ),
        ),
      ],
    };
  },
});
