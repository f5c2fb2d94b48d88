import type { PortfolioScore, ScoreSeries } from '../../client/published.js';

export type ScoreType = ScoreSeries['score_type'];
export type Band = NonNullable<PortfolioScore['band']>;

export type Tone = 'good' | 'warning' | 'bad' | 'quiet';

/** Bands of health and risk tell of danger; those of other scores are good to know. */
const OF_DANGER: Readonly<Record<Band, Tone>> = { low: 'good', medium: 'quiet', high: 'warning', critical: 'bad' };

export const isDanger = (type: ScoreType): boolean => type === 'project_health' || type === 'risk';

export const toneOf = (type: ScoreType, band: Band | null): Tone =>
  band !== null && isDanger(type) ? OF_DANGER[band] : 'quiet';
