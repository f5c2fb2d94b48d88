import type { Signal, SignalKey } from '../../kag-signals/index.js';

/** A measure of a day. */
export type DayMeasureKey =
  | 'blockers_age'
  | 'open_blockers'
  | 'stage_overdue'
  | 'answer_minutes'
  | 'burn'
  | 'burn_slope'
  | 'margin'
  | 'margin_slope'
  | 'waiting_days'
  | 'negative_share'
  | 'sentiment_level'
  | 'negative_messages'
  | 'activity_drop'
  | 'scope_requests_7d'
  | 'scope_requests_28d';

/** What onsets and forecasts read of a project's day, beside earlier days; null: it is not known. */
export type DayMeasures = Record<DayMeasureKey, number | null> & {
  /** UTC day, `YYYY-MM-DD`. */
  day: string;
};

/** Where a measure is found: a signal's value, or one of its details. */
interface Measure {
  signal: SignalKey;
  detail?: string;
  /** For people. */
  is: string;
}

export const MEASURES: Readonly<Record<DayMeasureKey, Measure>> = {
  blockers_age: { signal: 'blockers_age', is: 'mean working days for which the open blockers have been open' },
  open_blockers: { signal: 'blockers_age', detail: 'open_blockers', is: 'their number' },
  stage_overdue: { signal: 'stage_overdue', is: 'working days past due of the most overdue active stage' },
  answer_minutes: {
    signal: 'response_time_median',
    is: 'median working minutes until the team answered, of the last 28 days',
  },
  burn: { signal: 'budget_burn_rate', is: 'cost for each unit of the budget, of the worst open deal' },
  burn_slope: {
    signal: 'budget_burn_rate',
    detail: 'slope_per_day',
    is: 'by how much a day that grew over 28 days',
  },
  margin: { signal: 'margin_risk', detail: 'margin', is: 'what is left of the worst deal’s value, as a share' },
  margin_slope: {
    signal: 'margin_risk',
    detail: 'margin_slope_per_day',
    is: 'by how much a day that shrank over 28 days',
  },
  waiting_days: {
    signal: 'waiting_on_client_days',
    is: 'working days since the first message of the team that expects an answer and has none',
  },
  negative_share: {
    signal: 'client_sentiment',
    detail: 'negative_share',
    is: 'share of negative messages in 21 days, each of the client’s people counted alike',
  },
  sentiment_level: { signal: 'client_sentiment', is: 'mean mood in these days, −1 to 1, counted in the same way' },
  negative_messages: {
    signal: 'client_sentiment',
    detail: 'negative_messages',
    is: 'negative messages in these days, of all the client’s people',
  },
  activity_drop: {
    signal: 'activity_drop',
    is: 'by which share a week was quieter than the project’s own weeks, and more so than the scope’s, 0 to 1',
  },
  scope_requests_7d: { signal: 'scope_creep_rate', detail: 'requests_7d', is: 'requests beyond the scope in 7 days' },
  scope_requests_28d: { signal: 'scope_creep_rate', detail: 'requests_28d', is: 'the same in 28 days' },
};

export const MEASURE_KEYS = Object.keys(MEASURES) as DayMeasureKey[];

/** The signal that tells a measure. */
export const signalOf = (measure: DayMeasureKey): SignalKey => MEASURES[measure].signal;

/** What a signal tells, known or not. */
type SignalValue = Pick<Signal, 'known' | 'value' | 'details'>;

/** A day's measures by its signals; what no signal tells is not known. */
export function measuresOf(day: string, signals: Readonly<Partial<Record<SignalKey, SignalValue>>>): DayMeasures {
  return measuresBy(day, (key) => {
    const { signal: name, detail } = MEASURES[key];
    const signal = signals[name];
    if (!signal?.known) return null;
    return detail === undefined ? signal.value : signal.details[detail];
  });
}

/** A day's measures as they are kept: those that are known. */
export type KeptMeasures = Partial<Record<DayMeasureKey, number>>;

/** What is kept of a day's measures. */
export function keptMeasures(measures: DayMeasures): KeptMeasures {
  return Object.fromEntries(
    MEASURE_KEYS.flatMap((key) => (measures[key] === null ? [] : [[key, measures[key]] as const])),
  );
}

/** The measures of a day of which this was kept; with nothing, a day of which nothing is known. */
export const measuresFrom = (day: string, kept: KeptMeasures = {}): DayMeasures => measuresBy(day, (key) => kept[key]);

function measuresBy(day: string, of: (key: DayMeasureKey) => unknown): DayMeasures {
  const values = MEASURE_KEYS.map((key) => {
    const value = of(key);
    // JSON knows no minus zero, which would be another one after it was kept.
    return [key, typeof value === 'number' ? value + 0 : null] as const;
  });
  return { day, ...(Object.fromEntries(values) as Record<DayMeasureKey, number | null>) };
}
