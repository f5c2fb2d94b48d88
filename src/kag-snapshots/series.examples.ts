import { decimal, named, oneOf, orNull, text } from '../http/index.js';
import { BANDS, SCORE_TYPES, SIGNAL_KEYS } from '../kag-signals/index.js';

/** The days of three points. */
export const SERIES_EXAMPLE = {
  from: '2026-02-05',
  to: '2026-02-07',
  step: 1,
  days: ['2026-02-05', '2026-02-06', '2026-02-07'],
};

const values = (...shown: number[]) => shown.map((value) => orNull(decimal(value)));

export const SCORE_SERIES_EXAMPLE = named('ScoreSeries', {
  score_type: oneOf(SCORE_TYPES, 'project_health'),
  bands: [{ is: oneOf(['below', 'at_least'], 'below'), limit: 40, band: oneOf(BANDS, 'critical') }],
  values: values(81.5, 74, 62.5),
  moved: orNull(
    named('ScoreMove', {
      from: '2026-02-05',
      to: '2026-02-07',
      by: [{ key: text('blockers'), points: decimal(-18.5) }],
    }),
  ),
});

export const SIGNAL_SERIES_EXAMPLE = named('SignalSeries', {
  signal_key: oneOf(SIGNAL_KEYS, 'blockers_age'),
  warn: decimal(3),
  critical: decimal(5),
  values: values(2, 3, 4),
});
