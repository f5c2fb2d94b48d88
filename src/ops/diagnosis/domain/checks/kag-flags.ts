import { flagOff, FLAGS } from '../../../../common/feature-flags.js';
import { check } from '../check.js';
import type { RemedyStep } from '../diagnosis.js';
import { fillSnapshots, refreshForecasts, refreshRecommendations } from '../kag-remedies.js';
import { setVariables } from '../remedy.js';

export const kagFlags = check({
  id: 'kag_flags',
  section: 'daily_pipeline',
  title: { en: 'Nothing is switched off', ru: 'Ничего не выключено' },
  trouble: { en: 'Parts are switched off', ru: 'Часть функций выключена' },
  needs: [],
  look({ settings, now, words }) {
    const { say } = words;
    const off = FLAGS.filter((flag) => !settings[flag]);
    const expected = say(`${FLAGS.join(', ')} are true.`, `${FLAGS.join(', ')} — true.`);
    if (off.length === 0) return { status: 'ok', observed: say('All are true.', 'Все true.'), expected };
    const again: RemedyStep[] = [
      ...(flagOff('snapshots', settings) === null ? [] : [fillSnapshots(null, now, words)]),
      ...(flagOff('forecasts', settings) === null ? [] : [refreshForecasts(words)]),
      refreshRecommendations(words),
    ];
    return {
      status: 'warn',
      observed: say(`Switched off: ${off.join(', ')}.`, `Выключено: ${off.join(', ')}.`),
      expected,
      remedy: [
        setVariables(
          words,
          Object.fromEntries(off.map((flag) => [flag, 'true'])),
          say('Or leave it: it may be meant.', 'Или оставьте: возможно, так и задумано.'),
        ),
        ...again,
      ],
    };
  },
});
