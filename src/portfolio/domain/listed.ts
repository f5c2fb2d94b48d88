import type { Locale } from '../../common/locale.js';
import type { ForecastStatus, RiskType } from '../../kag-forecast/index.js';
import type { Category } from '../../kag-recommendations/index.js';
import type { Band, ScoreType } from '../../kag-signals/index.js';

/** A score as it was last computed; nulls: it is unknown. */
export interface ListedScore {
  value: number | null;
  band: Band | null;
}

/** A risk as it was last forecast. */
export interface ListedRisk {
  risk_type: RiskType;
  status: ForecastStatus;
  /** Null where there is no chance. */
  p14: number | null;
  /** How often it comes about within 14 days in the projects of the account scope. */
  usual: number;
}

/** An open recommendation. */
export interface ListedAdvice {
  category: Category;
  priority: number;
  assignee: string | null;
}

/** Of a project what puts it into its place in the list. */
export interface ListedProject {
  id: string;
  name: string;
  account_scope_id: string;
  locale: Locale | null;
  /** The first day on which it is over, `YYYY-MM-DD`; null: no end is known. */
  ended_on: string | null;
  /** Whether that day has come. */
  over: boolean;
  /** Whether data that it no longer reads from is being removed: until then it is shown without data. */
  leaving: boolean;
  /** Up to when its events were read; null: never. */
  as_of: Date | null;
  last_activity_at: Date | null;
  scores: Partial<Record<ScoreType, ListedScore>>;
  risks: readonly ListedRisk[];
  open: readonly ListedAdvice[];
}

/** The project without anything that comes of its data. */
export const withoutData = (listed: ListedProject): ListedProject => ({
  ...listed,
  as_of: null,
  last_activity_at: null,
  scores: {},
  risks: [],
  open: [],
});
