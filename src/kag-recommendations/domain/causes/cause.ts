import type { SignalKey } from '../../../kag-signals/index.js';
import type { Category } from '../recommendation.js';
import type { MeasureKey } from '../situation.js';
import type { TemplateKey } from '../templates.js';

/** What can be the reason for a recommendation. Each belongs to one category: no two ask for the same. */
export const CAUSES = [
  'client_silent',
  'question_open',
  'scope_requests',
  'work_blocked',
  'stage_late',
  'over_budget',
  'cost_without_plan',
  'thin_margin',
  'client_unhappy',
  'needs_voiced',
  'deal_lost',
] as const;
export type CauseKey = (typeof CAUSES)[number];

/** Values of a measure at which a cause begins to matter. */
export interface Level {
  measure: MeasureKey;
  /** From here on a forecast above its threshold may open it. */
  early: number;
  /** From here on it opens by itself. */
  opens: number;
  /** From here on it is urgent. */
  urgent: number;
}

export interface Cause {
  key: CauseKey;
  category: Category;
  /** Each has to be reached. */
  levels: readonly Level[];
  /** Whose evidence shows it, what shows it best first. */
  signals: readonly SignalKey[];
  /**
   * What the evidence is: a record states a fact, and one is enough; words have to be read, which may go wrong, and
   * need as many pieces as are configured.
   */
  basis: 'record' | 'words';
  /** The message that it suggests to send. */
  template: TemplateKey;
  /** The forecast's features that speak of it. */
  features: readonly string[];
}
