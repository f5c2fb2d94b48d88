import type { ProjectOverview } from '../../client/published.js';
import { allOf } from '../../shared/all-of.js';
import type { Format } from '../../shared/format.js';
import type { Texts } from '../texts/index.js';
import { toneOf, type Band, type ScoreType, type Tone } from './tone.js';

const SCORE_TYPES = allOf<ScoreType>({ project_health: true, risk: true, client_value: true, upsell_likelihood: true });

/** How a score is shown, in words. */
export interface ScoreView {
  type: ScoreType;
  name: string;
  /** Null: it is not known. */
  value: string | null;
  band: string;
  tone: Tone;
  /** By how much it moved in a week and in a month. */
  changes: string[];
}

export function scoreViews({ scores }: ProjectOverview, texts: Texts, format: Format): ScoreView[] {
  const { score: words, labels } = texts;
  return SCORE_TYPES.map((type) => {
    const { value, band, change_7d, change_30d } = scores[type];
    const change = (points: number | null, period: string) =>
      points === null ? [] : [words.change(format.change(Math.round(points)), period)];
    return {
      type,
      name: labels.scores[type],
      value: value === null ? null : format.number(Math.round(value)),
      band: band === null ? words.unknown : bandWord(type, band, texts),
      tone: toneOf(type, band),
      changes: value === null ? [] : [...change(change_7d, words.week), ...change(change_30d, words.month)],
    };
  });
}

/** What a band is called: each language has a gender for what is low or high. */
export function bandWord(type: ScoreType, band: Band, { score: words }: Texts): string {
  switch (type) {
    case 'project_health':
      return words.bands[band];
    case 'client_value':
      return words.worth[band];
    case 'risk':
    case 'upsell_likelihood':
      return words.levels[band];
  }
}
