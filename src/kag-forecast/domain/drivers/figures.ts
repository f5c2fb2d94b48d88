import { dayOf, startOfDay } from '../../../common/day.js';
import { DAY_MS } from '../../../common/time-units.js';
import type { DayMeasures } from '../../../kag-snapshots/index.js';
import type { DriverFigures } from '../forecast.js';
import { calmDays, type DayView, today } from '../hazard/features/feature.js';
import { medianBefore, recentDays, tellingOnsets } from '../hazard/features/past.js';
import { requestsSince, WARN_REQUESTS } from '../hazard/features/scope.js';
import { stuck } from '../hazard/features/delivery.js';

/** Further ahead than this a pace says nothing. */
const FAR_DAYS = 300;

const DIGITS = 3;
/** Beyond this a figure is an amount that somebody mistyped. */
const MOST = 9999;
const short = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(Math.min(MOST, Math.max(-MOST, value)).toFixed(DIGITS)) + 0;

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

const of =
  (figures: (day: DayMeasures, look: DayView) => DriverFigures) =>
  (look: DayView): DriverFigures => {
    const day = today(look);
    return day === undefined ? {} : figures(day, look);
  };

/** The day on which something is used up at this pace; null: never, or too far away to say. */
function usedUpOn(day: string, left: number | null, slope: number | null): string | null {
  if (left === null || slope === null || left <= 0 || slope <= 0) return null;
  const days = Math.ceil(left / slope);
  return days > FAR_DAYS ? null : dayOf(new Date(startOfDay(day).getTime() + days * DAY_MS));
}

const known = (look: DayView, from: (day: DayMeasures) => number | null): number[] =>
  recentDays(look).flatMap((day) => from(day) ?? []);

/** What words are made of, by the driver's key: the day's own numbers, and of past days what the feature looks at. */
export const FIGURES: Readonly<Record<string, (look: DayView) => DriverFigures>> = {
  blockers_age: of((day) => ({ blockers: day.open_blockers, days: short(day.blockers_age) })),
  open_blockers: of((day) => ({ blockers: day.open_blockers })),
  stage_overdue: of((day) => ({ days: short(day.stage_overdue) })),
  slowness: of((day, look) => ({ minutes: short(day.answer_minutes), usual: short(medianBefore(look)) })),
  slow_answers: of((day) => ({ minutes: short(day.answer_minutes) })),
  days_overdue: of((_day, look) => {
    const days = known(look, stuck);
    return { stuck: days.filter((one) => one === 1).length, of: days.length };
  }),
  own_onsets: of((_day, look) => {
    const onsets = tellingOnsets(look);
    return { onsets: onsets.length, last: onsets.at(-1)?.began ?? null };
  }),
  burn: of((day) => ({ burn: short(day.burn) })),
  burn_projected: of((day) => ({
    burn: short(day.burn),
    reached_on: day.burn === null ? null : usedUpOn(day.day, 1 - day.burn, day.burn_slope),
  })),
  margin: of((day) => ({ margin: short(day.margin) })),
  margin_projected: of((day) => ({
    margin: short(day.margin),
    gone_on: usedUpOn(day.day, day.margin, day.margin_slope),
  })),
  waiting: of((day) => ({ days: short(day.waiting_days) })),
  mean_waiting: of((_day, look) => {
    const days = known(look, ({ waiting_days }) => waiting_days);
    return { days: short(mean(days)), of: days.length };
  }),
  negative_share: of((day) => ({ share: short(day.negative_share) })),
  low_mood: of((day) => ({ level: short(day.sentiment_level) })),
  activity_drop: of((day) => ({ drop: short(day.activity_drop) })),
  requests_7d: of((day) => ({ requests: day.scope_requests_7d })),
  requests_28d: of((_day, look) => ({ requests: requestsSince(look), days: Math.min(28, weeksOf(calmDays(look))) })),
  days_above_warn: of((_day, look) => {
    const days = known(look, ({ scope_requests_7d }) => scope_requests_7d);
    return { above: days.filter((one) => one >= WARN_REQUESTS).length, of: days.length };
  }),
};

/** Days in whole weeks, at least one. */
const weeksOf = (days: number): number => (days === Infinity ? Infinity : Math.max(7, 7 * Math.floor(days / 7)));
