import type { DayMeasures, Onset } from '../../../kag-snapshots/index.js';
import type { RiskType } from '../risks.js';

/** A project as the model takes it: its days in a row, and what came about in them. */
export interface ProjectRun {
  project_id: string;
  /** Consecutive days, oldest first. */
  days: readonly DayMeasures[];
  onsets: Readonly<Record<RiskType, readonly Onset[]>>;
  /** The day on which it was over; null: it goes on. */
  ended_on: string | null;
  /** Days on which somebody acted on a recommendation about a risk. */
  acted: readonly { risk: RiskType; day: string }[];
}
