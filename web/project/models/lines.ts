import type { ScoreSeries, SignalSeries } from '../../client/published.js';
import type { LineData } from '../../shared/charts/line-chart.js';
import type { Format } from '../../shared/format.js';
import type { Lines } from '../reading.js';
import type { Texts } from '../texts/index.js';
import { bandWord } from './scores.js';
import { isDanger, toneOf } from './tone.js';

/** A score of many days, and what changed it. */
export interface ScoreLine {
  line: LineData;
  /** Between which days, and by which parts; null where that is not told of this score. */
  moved: { title: string; by: { text: string; worse: boolean }[] } | null;
}

/** Whether any day of it is known. */
const isKnown = ({ values }: { values: readonly (number | null)[] }) => values.some((value) => value !== null);

/** The scores that are known, those of danger first, as the server has them. */
export function scoreLines(lines: Lines, texts: Texts, format: Format): ScoreLine[] {
  const days = lines.days.map((day) => format.day(day));
  return lines.scores.filter(isKnown).map((series) => ({
    line: scoreLine(series, days, texts, format),
    moved: series.moved && movedOf(series, series.moved, texts, format),
  }));
}

function scoreLine({ score_type: type, bands, values }: ScoreSeries, days: string[], texts: Texts, format: Format) {
  const { lines: words, labels } = texts;
  const write = (value: number) => format.number(value);
  const bandOf = (value: number) => bands.find(({ is, limit }) => (is === 'below' ? value < limit : value >= limit));
  const limits = bands.flatMap(({ is, limit, band }): LineData['limits'][number][] => {
    const tone = toneOf(type, band);
    if (tone !== 'warning' && tone !== 'bad') return [];
    const text = (is === 'below' ? words.below : words.limit)(bandWord(type, band, texts), write(limit));
    return [{ value: limit, tone, text }];
  });
  return {
    title: labels.scores[type],
    values,
    days,
    write,
    say: (value: number, day: string) => {
      const band = isDanger(type) ? bandOf(value) : undefined;
      return words.say(write(value), day, band === undefined ? '' : bandWord(type, band.band, texts));
    },
    limits,
    bounds: [0, 100],
  };
}

function movedOf(
  { score_type }: ScoreSeries,
  { from, to, by }: NonNullable<ScoreSeries['moved']>,
  { lines: words, labels }: Texts,
  format: Format,
): NonNullable<ScoreLine['moved']> {
  return {
    title: (by.length === 0 ? words.notMoved : words.moved)(format.day(from), format.day(to)),
    by: by.map(({ key, points }) => ({
      text: words.by(labels.parts[key] ?? key, format.change(points)),
      worse: score_type === 'risk' ? points > 0 : points < 0,
    })),
  };
}

/** How far a signal has come, for the order: those that are critical now come first. */
const SEVERITY = { critical: 0, warn: 1, ok: 2 } as const;
type State = keyof typeof SEVERITY;

/** The signals that are known on any of the days, the worst first, and the names of the others. */
export function signalLines(lines: Lines, texts: Texts, format: Format): { lines: LineData[]; unknown: string[] } {
  const days = lines.days.map((day) => format.day(day));
  const now = (series: SignalSeries) => SEVERITY[stateOf(series, lastOf(series.values) ?? 0)];
  return {
    lines: lines.signals
      .filter(isKnown)
      .sort((one, other) => now(one) - now(other))
      .map((series) => signalLine(series, days, texts, format)),
    unknown: lines.signals.filter((one) => !isKnown(one)).map(({ signal_key }) => texts.labels.signals[signal_key]),
  };
}

function signalLine(series: SignalSeries, days: string[], texts: Texts, format: Format): LineData {
  const { lines: words, labels } = texts;
  const write = (value: number) => writtenSignal(series.signal_key, value, texts, format);
  return {
    title: labels.signals[series.signal_key],
    values: series.values,
    days,
    write,
    say: (value, day) => words.say(write(value), day, words.states[stateOf(series, value)]),
    limits: [
      { value: series.warn, tone: 'warning', text: words.warn(write(series.warn)) },
      { value: series.critical, tone: 'bad', text: words.critical(write(series.critical)) },
    ],
    bounds: [0],
  };
}

/** A signal gets worse as it falls where its critical value is the lower one. */
function stateOf({ warn, critical }: SignalSeries, value: number): State {
  const reaches = (limit: number) => (critical < warn ? value <= limit : value >= limit);
  return reaches(critical) ? 'critical' : reaches(warn) ? 'warn' : 'ok';
}

const lastOf = (values: readonly (number | null)[]): number | null =>
  values.findLast((value) => value !== null) ?? null;

/** A value in the unit of its signal. */
export function writtenSignal(
  key: SignalSeries['signal_key'],
  value: number,
  { units }: Texts,
  format: Format,
): string {
  const text = format.number(value);
  switch (key) {
    case 'waiting_on_client_days':
    case 'blockers_age':
    case 'stage_overdue':
      return units.days(value, text);
    case 'waiting_on_us_hours':
      return units.hours(value, text);
    case 'response_time_median':
      return value < 120
        ? units.minutes(value, format.number(Math.round(value)))
        : units.hours(value / 60, format.number(value / 60));
    case 'agreement_overdue_count':
      return text;
    case 'client_sentiment':
      return format.mood(value);
    case 'scope_creep_rate':
    case 'budget_burn_rate':
    case 'margin_risk':
    case 'activity_drop':
      return format.percent(value);
  }
}
