import type { RiskType } from '../../../kag-forecast/index.js';
import type { CauseKey } from '../causes/cause.js';
import type { Figures } from '../figures.js';
import type { ReopenedReason } from '../lifecycle.js';
import type { TemplateKey } from '../templates.js';

/** What is said of a cause. A figure that is not known is null, and nothing is said of it. */
export interface CauseWords {
  /** What to do, while it is there. */
  title: (figures: Figures) => string;
  /** What to do, while it is only likely to come. */
  ahead: (figures: Figures) => string;
  /** What is the case; null: nothing is known of it any more. */
  fact: (figures: Figures) => string | null;
  why_now: string;
  expected_impact: string;
}

/** Everything that is said in one language; a cause or template without words does not compile. */
export interface Texts {
  causes: Readonly<Record<CauseKey, CauseWords>>;
  /** That a risk has come about, and since which day (`YYYY-MM-DD`). */
  there_since: Readonly<Record<RiskType, (day: string) => string>>;
  /** How likely it comes about within two weeks, and what is usual, in percent. */
  chance: Readonly<Record<RiskType, (p14: number, usual: number) => string>>;
  reopened: Readonly<Record<ReopenedReason, string>>;
  templates: Readonly<Record<TemplateKey, string>>;
}
