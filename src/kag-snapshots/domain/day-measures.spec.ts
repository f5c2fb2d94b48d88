import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyMeasures, measuresOn } from '../../../test/builders/project-runs.js';
import { keptMeasures, MEASURE_KEYS, measuresFrom, measuresOf } from './day-measures.js';

const DAY = '2026-02-03';
const UNKNOWN = { day: DAY, ...Object.fromEntries(MEASURE_KEYS.map((key) => [key, null])) };

describe('the measures of a day', () => {
  it('are read from the signals and their details', () => {
    const measures = measuresOf(DAY, {
      blockers_age: { known: true, value: 4.5, details: { open_blockers: 2, parked_blockers: 1 } },
      response_time_median: { known: true, value: 96, details: {} },
      budget_burn_rate: { known: true, value: 0.9, details: { slope_per_day: 0.01, deal: 'Website' } },
      client_sentiment: { known: true, value: -0.4, details: { negative_share: 0.5, negative_messages: 3 } },
    });
    expect(measures).toEqual({
      ...UNKNOWN,
      blockers_age: 4.5,
      open_blockers: 2,
      answer_minutes: 96,
      burn: 0.9,
      burn_slope: 0.01,
      negative_share: 0.5,
      sentiment_level: -0.4,
      negative_messages: 3,
    });
  });

  it('are not known where a signal is not, whatever it holds', () =>
    expect(
      measuresOf(DAY, {
        margin_risk: { known: false, value: null, details: { margin: 0.5 } },
        stage_overdue: { known: true, value: 0, details: {} },
      }),
    ).toEqual({ ...UNKNOWN, stage_overdue: 0 }));

  it('are kept without what is not known', () => {
    expect(keptMeasures(measuresOn(DAY, { burn: null, margin: null }))).not.toHaveProperty('burn');
    expect(measuresFrom(DAY)).toEqual(UNKNOWN);
    fc.assert(
      fc.property(anyMeasures, (any) => {
        const measures = measuresFrom(DAY, keptMeasures(measuresOn(DAY, any)));
        expect(measuresFrom(DAY, JSON.parse(JSON.stringify(keptMeasures(measures))))).toEqual(measures);
      }),
    );
  });
});
