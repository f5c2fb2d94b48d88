/** What the model reads of a project's day, beside earlier days and onsets; null: it is not known. */
export interface DayMeasures {
  /** UTC day, `YYYY-MM-DD`. */
  day: string;
  /** Mean working days for which the open blockers have been open, and their number. */
  blockers_age: number | null;
  open_blockers: number | null;
  /** Working days past due of the most overdue active stage. */
  stage_overdue: number | null;
  /** Median working minutes until the team answered, of the last 28 days. */
  answer_minutes: number | null;
  /** Cost for each unit of the budget of the worst open deal, and by how much a day that grew over 28 days. */
  burn: number | null;
  burn_slope: number | null;
  /** What is left of the worst open deal's value, as a share, and by how much a day that shrank over 28 days. */
  margin: number | null;
  margin_slope: number | null;
  /** Working days since the first message of the team that expects an answer and has none. */
  waiting_days: number | null;
  /** Share of negative messages, and mean mood (-1 to 1), in 21 days, each of the client's people counted alike. */
  negative_share: number | null;
  sentiment_level: number | null;
  /** By which share a week was quieter than the project's own weeks, and more so than the scope's: 0 to 1. */
  activity_drop: number | null;
  /** Requests beyond the scope. */
  scope_requests_7d: number | null;
  scope_requests_28d: number | null;
}
