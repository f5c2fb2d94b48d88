import type { EvidenceRef } from '../../kag-events/index.js';

/** In the order of docs/contract/scores.md. */
export const SCORE_TYPES = ['project_health', 'risk', 'client_value', 'upsell_likelihood'] as const;
export type ScoreType = (typeof SCORE_TYPES)[number];
export const BANDS = ['low', 'medium', 'high', 'critical'] as const;
export type Band = (typeof BANDS)[number];

/** A part of a score: the score is the sum of its parts' contributions. */
export interface Factor {
  key: string;
  /** 0 to 100. */
  value: number;
  weight: number;
  /** What it adds to the score; below 0 where it takes from it. */
  contribution: number;
}

export interface Score {
  /** Whether enough of what it is made of is known: half of the weight. */
  known: boolean;
  /** 0 to 100; null: it is unknown. */
  value: number | null;
  /** For project_health the level of concern, for the others the level itself. */
  band: Band | null;
  /** Share, 0 to 1, of the weight of what it is made of that is known. */
  coverage: number;
  /** Those that are known; none where the score is not. */
  factors: Factor[];
  /** 60 at most, those of the weightiest factors first. */
  evidence_refs: EvidenceRef[];
}

export type Scores = Readonly<Record<ScoreType, Score>>;
