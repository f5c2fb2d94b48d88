import { check } from '../check.js';
import { request } from '../remedy.js';

export const stuckConnectors = check({
  id: 'stuck_connectors',
  section: 'checklist',
  title: { en: 'No connector is stuck', ru: 'Ни один коннектор не завис' },
  trouble: { en: 'A connector is stuck', ru: 'Коннектор завис' },
  needs: ['connectors'],
  look({ connectors, now, words }) {
    const { say, ago, listed } = words;
    const expected = say(
      'A sync that is marked as running has a live run.',
      'У синхронизации с пометкой «выполняется» есть живой запуск.',
    );
    const stuck = connectors.filter(({ state }) => state?.stale);
    if (stuck.length === 0) return { status: 'ok', observed: say('None is stuck.', 'Таких нет.'), expected };
    return {
      status: 'fail',
      observed: say(
        `${listed(
          stuck.map(
            ({ connector, state }) =>
              `${connector} is marked as running; its last sign of life was ${state ? ago(state.updated_at, now) : 'long ago'}`,
          ),
        )}.`,
        `${listed(
          stuck.map(
            ({ connector, state }) =>
              `${connector} помечен как выполняющийся, но последний раз подавал признаки жизни ${state ? ago(state.updated_at, now) : 'давно'}`,
          ),
        )}.`,
      ),
      expected,
      remedy: stuck.map(({ connector }) =>
        request(
          'POST',
          `/connectors/${connector}/sync`,
          say('Frees it and goes on where it was.', 'Освобождает его и продолжает с того же места.'),
        ),
      ),
    };
  },
});
