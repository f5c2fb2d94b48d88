import { check } from '../check.js';
import type { RemedyStep } from '../diagnosis.js';
import { fillSnapshots, refreshForecasts, refreshRecommendations } from '../kag-remedies.js';
import { setVariables } from '../remedy.js';

const FLAGS = [
  'KAG_ENABLED',
  'KAG_SNAPSHOTS_ENABLED',
  'KAG_FORECASTING_ENABLED',
  'KAG_RECOMMENDATIONS_V2_ENABLED',
] as const;

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
      ...(settings.KAG_ENABLED && settings.KAG_SNAPSHOTS_ENABLED ? [] : [fillSnapshots(null, now)]),
      ...(settings.KAG_ENABLED && settings.KAG_FORECASTING_ENABLED ? [] : [refreshForecasts()]),
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
