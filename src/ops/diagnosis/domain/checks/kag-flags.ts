import { flagOff, FLAGS } from '../../../../common/feature-flags.js';
import { check } from '../check.js';
import type { RemedyStep } from '../diagnosis.js';
import { fillSnapshots, refreshForecasts, refreshRecommendations } from '../kag-remedies.js';
import { setVariables } from '../remedy.js';

export const kagFlags = check({
  id: 'kag_flags',
  section: 'daily_pipeline',
  title: 'Nothing is switched off',
  needs: [],
  look({ settings, now }) {
    const off = FLAGS.filter((flag) => !settings[flag]);
    const expected = `${FLAGS.join(', ')} are true.`;
    if (off.length === 0) return { status: 'ok', observed: 'All are true.', expected };
    const again: RemedyStep[] = [
      ...(flagOff('snapshots', settings) === null ? [] : [fillSnapshots(null, now)]),
      ...(flagOff('forecasts', settings) === null ? [] : [refreshForecasts()]),
      refreshRecommendations(),
    ];
    return {
      status: 'warn',
      observed: `Switched off: ${off.join(', ')}.`,
      expected,
      remedy: [
        setVariables(Object.fromEntries(off.map((flag) => [flag, 'true'])), 'Or leave it: it may be meant.'),
        ...again,
      ],
    };
  },
});
