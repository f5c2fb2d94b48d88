import type { Score as PublishedScore, Snapshot as PublishedSnapshot } from '../../client/published.js';
import { allOf } from '../../shared/all-of.js';
import type { ChartData } from '../charts/chart-data.js';
import type { Format } from '../../shared/format.js';
import type { Texts } from '../texts/index.js';
import { dayOf, lastDays } from './days.js';
import type { Tone } from './tone.js';

export type Score = Pick<PublishedScore, 'score_type' | 'value' | 'band' | 'as_of'>;
export type Snapshot = Pick<PublishedSnapshot, 'snapshot_date' | 'scores_json'>;
type ScoreType = Score['score_type'];
type Band = NonNullable<Score['band']>;

const SCORE_TYPES = allOf<ScoreType>({ project_health: true, risk: true, client_value: true, upsell_likelihood: true });
export const SCORE_DAYS = 60;
const WEEK_MS = 7 * 86_400_000;

export interface ScoreView {
  type: ScoreType;
  name: string;
  value: string;
  change: string;
  /** Only of the scores that tell of danger. */
  band: { text: string; tone: Tone } | null;
}

const BAND_TONE: Readonly<Record<Band, Tone>> = { low: 'good', medium: 'warning', high: 'bad', critical: 'bad' };

/** The scores as they are, each with its change since the snapshot of a week ago. */
export function scoreViews(
  scores: readonly Score[],
  days: readonly Snapshot[],
  texts: Texts,
  format: Format,
): ScoreView[] {
  return SCORE_TYPES.flatMap((type) => {
    const score = scores.find(({ score_type }) => score_type === type);
    if (!score) return [];
    const weekAgo = dayOf(Date.parse(score.as_of) - WEEK_MS);
    const before = days.find(({ snapshot_date }) => snapshot_date === weekAgo)?.scores_json[type].value;
    return [
      {
        type,
        name: texts.scores.names[type],
        value: score.value === null ? texts.scores.unknown : format.number(score.value),
        change: changeSince(before ?? null, score.value, texts, format),
        band:
          score.band !== null && (type === 'project_health' || type === 'risk')
            ? { text: texts.scores.bandOf(texts.scores.bands[score.band]), tone: BAND_TONE[score.band] }
            : null,
      },
    ];
  });
}

function changeSince(before: number | null, value: number | null, texts: Texts, format: Format): string {
  if (value === null) return texts.scores.whyUnknown;
  return before === null ? texts.scores.noChange : texts.scores.change(format.change(value - before));
}

/**
 * The scores of each day from the first that has any; days without a snapshot or of unknown scores are gaps. Null:
 * there is no day.
 */
export function scoresChart(days: readonly Snapshot[], texts: Texts, format: Format, now: number): ChartData | null {
  const byDay = new Map(days.map((day) => [day.snapshot_date, day.scores_json]));
  const all = lastDays(SCORE_DAYS, now);
  const first = all.findIndex((day) => byDay.has(day));
  if (first < 0) return null;
  const shown = all.slice(first);
  return {
    kind: 'line',
    title: texts.scores.about(SCORE_DAYS),
    labelsAre: texts.scores.day,
    labels: shown.map((day) => format.day(day)),
    series: SCORE_TYPES.map((type) => ({
      name: texts.scores.names[type],
      values: shown.map((day) => byDay.get(day)?.[type].value ?? null),
    })),
    high: 100,
    write: (value) => format.number(value),
  };
}
