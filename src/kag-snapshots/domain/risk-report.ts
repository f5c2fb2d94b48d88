import type { OutcomeType } from './outcome-types.js';

/** What a person may say became of a risk that a recommendation was about. */
export const RISK_RESOLUTIONS = ['happened', 'prevented', 'false_alarm', 'not_relevant'] as const;
export type RiskResolution = (typeof RISK_RESOLUTIONS)[number];

/** What a person said of the risk that a recommendation was about; one for each recommendation. */
export interface RiskReport {
  project_id: string;
  recommendation_id: string;
  risk_type: OutcomeType;
  /** UTC day, `YYYY-MM-DD`. */
  reported_on: string;
  resolution: RiskResolution;
  note: string | null;
  /** The user. */
  reported_by: string;
}
