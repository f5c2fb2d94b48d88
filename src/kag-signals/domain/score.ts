import type { EvidenceRef } from '../../kag-events/index.js';

/** In the order of the contract's table. */
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
  /** 0 to 100. */
  value: number;
  /** For project_health the level of concern, for the others the level itself. */
  band: Band;
  factors: Factor[];
  /** 60 at most, those of the weightiest factors first. */
  evidence_refs: EvidenceRef[];
}

export type Scores = Readonly<Record<ScoreType, Score>>;
