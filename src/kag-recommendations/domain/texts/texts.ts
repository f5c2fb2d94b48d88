import type { Category, TemplateKey } from '../recommendation.js';

/** Numbers that texts tell, as people read them: whole days, whole percents. */
export interface Figures {
  /** Whole working days. */
  waiting_days: number;
  scope_changes: number;
  client_messages: number;
  open_blockers: number;
  blockers_days: number;
  overdue_days: number;
  /** Cost in percent of the planned budget, of the deal that is worst; 0 where none has a plan. */
  burn_percent: number;
  upsell: number;
  needs: number;
  /** Probability of the rule's risk within 7, 14 and 30 days, in percent. */
  p7: number;
  p14: number;
  p30: number;
}

export interface Wording {
  title: (figures: Figures) => string;
  rationale: (figures: Figures) => string;
  why_now: (figures: Figures) => string;
  expected_impact: string;
}

/** Everything that is said in one language; a category or template without words does not compile. */
export interface Texts {
  categories: Readonly<Record<Category, Wording>>;
  templates: Readonly<Record<TemplateKey, string>>;
}
