import type { RiskType } from '../../kag-forecast/index.js';
import type { Category } from '../../kag-recommendations/index.js';

/** A project's health before the days and at their end; both are shown, so both have evidence. */
export interface HealthFact {
  project_id: string;
  before: number;
  after: number;
}

/** How likely a risk was within 14 days, before the days and at their end. */
export interface RiskFact {
  project_id: string;
  risk_type: RiskType;
  before: number;
  after: number;
}

/** A risk that became known to have come about in these days, or was over in them. */
export interface OnsetFact {
  project_id: string;
  risk_type: RiskType;
  what: 'came' | 'over';
  day: string;
}

/** A recommendation that opened in these days, or whose reason was gone before a person took it up. */
export interface AdviceFact {
  project_id: string;
  recommendation_id: string;
  what: 'opened' | 'lapsed';
  category: Category;
  priority: number;
  title: string;
}

/** All that is known of what changed. */
export interface DigestFacts {
  health: readonly HealthFact[];
  risks: readonly RiskFact[];
  onsets: readonly OnsetFact[];
  advice: readonly AdviceFact[];
}
