import fc from 'fast-check';
import { daysIn } from '../../src/common/day.js';
import type { DayMeasures } from '../../src/kag-snapshots/domain/day-measures.js';
import type { ProjectRun } from '../../src/kag-forecast/domain/hazard/project-run.js';
import type { Onset } from '../../src/kag-snapshots/domain/onsets/onset.js';

/** A day on which all is well, but for what is given. */
export const measuresOn = (day: string, given: Partial<DayMeasures> = {}): DayMeasures => ({
  day,
  blockers_age: 0,
  open_blockers: 0,
  stage_overdue: 0,
  answer_minutes: 30,
  burn: 0.4,
  burn_slope: 0,
  margin: 0.6,
  margin_slope: 0,
  waiting_days: 0,
  negative_share: 0,
  sentiment_level: 0.3,
  negative_messages: 0,
  activity_drop: 0,
  scope_requests_7d: 0,
  scope_requests_28d: 0,
  ...given,
});

const CALENDAR = daysIn('2026-01-05', '2026-12-31');

/** Days from 5 January 2026 on, up to the end of the year. */
export const daysFrom = (count: number): string[] => CALENDAR.slice(0, count);

export const onset = (began: string, ended: string | null = null, known = began): Onset => {
  return { began, known, ended, source: 'rule', severity: 4 };
};

/** A project of so many days, each as `of` makes it. */
export function projectRun(
  project_id: string,
  count: number,
  of: (nth: number) => Partial<DayMeasures> = () => ({}),
  given: Partial<ProjectRun> = {},
): ProjectRun {
  return {
    project_id,
    days: daysFrom(count).map((day, nth) => measuresOn(day, of(nth))),
    onsets: { delivery_risk: [], finance_risk: [], client_risk: [], scope_risk: [] },
    ended_on: null,
    acted: [],
    ...given,
  };
}

const amount = (max: number) => fc.option(fc.double({ min: 0, max, noNaN: true }), { freq: 8 });

/** Any day that there may have been. */
export const anyMeasures = fc.record({
  blockers_age: amount(20),
  open_blockers: amount(9),
  stage_overdue: amount(9),
  answer_minutes: amount(3000),
  burn: amount(2),
  burn_slope: amount(0.1),
  margin: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
  margin_slope: amount(0.05),
  waiting_days: amount(12),
  negative_share: amount(1),
  sentiment_level: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
  negative_messages: fc.option(fc.nat({ max: 9 })),
  activity_drop: amount(1),
  scope_requests_7d: amount(9),
  scope_requests_28d: amount(20),
});

/** A project of 20 to 60 days with an onset of each risk or none. */
export const anyRun: fc.Arbitrary<ProjectRun> = fc
  .record({
    project_id: fc.uuid(),
    measures: fc.array(anyMeasures, { minLength: 20, maxLength: 60 }),
    begins: fc.array(fc.option(fc.nat({ max: 50 }), { freq: 2 }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ project_id, measures, begins }) => {
    const days = daysFrom(measures.length);
    const of = (nth: number): Onset[] => {
      const [began, ended] = [days[begins[nth] ?? Infinity], days[(begins[nth] ?? 0) + 6]];
      return began === undefined ? [] : [onset(began, ended ?? null)];
    };
    return projectRun(project_id, measures.length, (nth) => measures[nth] ?? {}, {
      onsets: { delivery_risk: of(0), finance_risk: of(1), client_risk: of(2), scope_risk: of(3) },
    });
  });
