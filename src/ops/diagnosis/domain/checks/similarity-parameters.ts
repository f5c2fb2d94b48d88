import { flagOff } from '../../../../common/feature-flags.js';
import { check } from '../check.js';
import { request } from '../remedy.js';
import { DEFAULT_WINDOW } from './snapshots-in-window.js';

export const similarityParameters = check({
  id: 'similarity_parameters',
  section: 'similarity_empty',
  title: { en: 'There is something to compare with', ru: 'Есть с чем сравнивать' },
  trouble: { en: 'There is nothing to compare with', ru: 'Сравнивать не с чем' },
  needs: ['kag'],
  look({ kag: { others, others_with_signature: signed, others_without: without }, settings, words }) {
    const { say, listed } = words;
    const expected = say(
      `Another project of the account scope with a signature of the window that is asked for: 7, 14 or 30 days, ${DEFAULT_WINDOW} unless window_days says otherwise.`,
      `У другого проекта той же области есть сигнатура окна, о котором спрашивают: 7, 14 или 30 дней; без window_days — ${DEFAULT_WINDOW}.`,
    );
    if (flagOff('signatures', settings) !== null)
      return { status: 'skipped', observed: say('KAG is switched off.', 'KAG выключен.'), expected };
    if (others === 0)
      return {
        status: 'skipped',
        observed: say('The project is alone in its account scope.', 'В своей области проект один.'),
        expected,
      };
    const observed = say(
      `Other projects of the scope: ${others}; with a signature of ${DEFAULT_WINDOW} days: ${signed}.`,
      `Других проектов в области: ${others}; с сигнатурой за ${DEFAULT_WINDOW} дней: ${signed}.`,
    );
    if (signed > 0) return { status: 'ok', observed, expected };
    return {
      status: 'warn',
      observed: say(
        `${observed} Without: ${listed(without.map(({ name }) => name))}.`,
        `${observed} Без неё: ${listed(without.map(({ name }) => name))}.`,
      ),
      expected,
      remedy: without.flatMap(({ id, name }) => [
        request(
          'POST',
          `/kag/snapshots/refresh?project_id=${id}`,
          say(`Snapshots of ${name}.`, `Снимки проекта «${name}».`),
        ),
        request(
          'POST',
          `/kag/similarity/rebuild?project_id=${id}`,
          say(`The signature of ${name}.`, `Сигнатура проекта «${name}».`),
          {
            window_days: DEFAULT_WINDOW,
          },
        ),
      ]),
    };
  },
});
