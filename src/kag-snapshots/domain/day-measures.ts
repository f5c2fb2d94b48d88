import type { Signal, SignalKey } from '../../kag-signals/index.js';

/** What onsets and forecasts read of a project's day, beside earlier days; null: it is not known. */
export interface DayMeasures {
  /** UTC day, `YYYY-MM-DD`. */
  day: string;
  /** Mean working days for which the open blockers have been open, and their number. */
  blockers_age: number | null;
  open_blockers: number | null;
  /** Working days past due of the most overdue active stage. */
  stage_overdue: number | null;
  /** Median working minutes until the team answered, of the last 28 days. */
  answer_minutes: number | null;
  /** Cost for each unit of the budget of the worst open deal, and by how much a day that grew over 28 days. */
  burn: number | null;
  burn_slope: number | null;
  /** What is left of the worst open deal's value, as a share, and by how much a day that shrank over 28 days. */
  margin: number | null;
  margin_slope: number | null;
  /** Working days since the first message of the team that expects an answer and has none. */
  waiting_days: number | null;
  /** Share of negative messages, and mean mood (-1 to 1), in 21 days, each of the client's people counted alike. */
  negative_share: number | null;
  sentiment_level: number | null;
  /** Negative messages of all the client's people in these days. */
  negative_messages: number | null;
  /** By which share a week was quieter than the project's own weeks, and more so than the scope's: 0 to 1. */
  activity_drop: number | null;
  /** Requests beyond the scope. */
  scope_requests_7d: number | null;
  scope_requests_28d: number | null;
}

/** A measure of a day. */
export type MeasureKey = Exclude<keyof DayMeasures, 'day'>;

/** Where each measure is found: a signal's value, or one of its details. */
const SOURCES: Readonly<Record<MeasureKey, readonly [signal: SignalKey, detail?: string]>> = {
  blockers_age: ['blockers_age'],
  open_blockers: ['blockers_age', 'open_blockers'],
  stage_overdue: ['stage_overdue'],
  answer_minutes: ['response_time_median'],
  burn: ['budget_burn_rate'],
  burn_slope: ['budget_burn_rate', 'slope_per_day'],
  margin: ['margin_risk', 'margin'],
  margin_slope: ['margin_risk', 'margin_slope_per_day'],
  waiting_days: ['waiting_on_client_days'],
  negative_share: ['client_sentiment', 'negative_share'],
  sentiment_level: ['client_sentiment'],
  negative_messages: ['client_sentiment', 'negative_messages'],
  activity_drop: ['activity_drop'],
  scope_requests_7d: ['scope_creep_rate', 'requests_7d'],
  scope_requests_28d: ['scope_creep_rate', 'requests_28d'],
};

/** The signal that tells a measure. */
export const signalOf = (measure: MeasureKey): SignalKey => SOURCES[measure][0];

export const MEASURE_KEYS = Object.keys(SOURCES) as MeasureKey[];

/** What a signal tells, known or not. */
type Told = Pick<Signal, 'known' | 'value' | 'details'>;

/** A day's measures by its signals; what no signal tells is not known. */
export function measuresOf(day: string, signals: Readonly<Partial<Record<SignalKey, Told>>>): DayMeasures {
  return measuresBy(day, (key) => {
    const [name, detail] = SOURCES[key];
    const signal = signals[name];
    if (!signal?.known) return null;
    return detail === undefined ? signal.value : signal.details[detail];
  });
}

/** A day's measures as they are kept: those that are known. */
export type KeptMeasures = Partial<Record<MeasureKey, number>>;

/** What is kept of a day's measures. */
export function keptMeasures(measures: DayMeasures): KeptMeasures {
  return Object.fromEntries(
    MEASURE_KEYS.flatMap((key) => (measures[key] === null ? [] : [[key, measures[key]] as const])),
  );
}

/** The measures of a day of which this was kept; with nothing, a day of which nothing is known. */
export const measuresFrom = (day: string, kept: KeptMeasures = {}): DayMeasures => measuresBy(day, (key) => kept[key]);

function measuresBy(day: string, of: (key: MeasureKey) => unknown): DayMeasures {
  const values = MEASURE_KEYS.map((key) => {
    const value = of(key);
    // JSON knows no minus zero, which would be another one after it was kept.
    return [key, typeof value === 'number' ? value + 0 : null] as const;
  });
  return { day, ...(Object.fromEntries(values) as Record<MeasureKey, number | null>) };
}
