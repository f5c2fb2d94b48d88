import type { SnapshotFigures } from '../../kag-snapshots/index.js';

/** What a signature takes from the snapshot of one day: values of signals and scores as they are, and two aggregates. */
export interface SnapshotNumbers {
  /** UTC day, `YYYY-MM-DD`. */
  day: string;
  waiting: number;
  blockers: number;
  stage: number;
  scope: number;
  burn: number;
  margin: number;
  activity: number;
  sentiment: number;
  risk: number;
  health: number;
  events_7d: number;
  pipeline_amount: number;
}

/**
 * What is unknown counts as what is no trouble.
 * @param snapshot without its evidence, which a signature has no use for
 */
export const numbersOf = ({
  snapshot_date,
  signals_json,
  scores_json,
  aggregates_json,
}: SnapshotFigures): SnapshotNumbers => ({
  day: snapshot_date,
  waiting: signals_json.waiting_on_client_days.value ?? 0,
  blockers: signals_json.blockers_age.value ?? 0,
  stage: signals_json.stage_overdue.value ?? 0,
  scope: signals_json.scope_creep_rate.value ?? 0,
  burn: signals_json.budget_burn_rate.value ?? 0,
  margin: signals_json.margin_risk.value ?? 0,
  activity: signals_json.activity_drop.value ?? 0,
  sentiment: signals_json.client_sentiment.value ?? 0,
  risk: scores_json.risk.value ?? 0,
  health: scores_json.project_health.value ?? 100,
  events_7d: aggregates_json.events_7d,
  pipeline_amount: aggregates_json.pipeline_amount,
});

/** The mean of each over the window's snapshots, clamped to 0..1. */
const LEVELS = {
  waiting: ({ waiting }) => waiting / 7,
  blockers: ({ blockers }) => blockers / 7,
  stage: ({ stage }) => stage / 5,
  scope: ({ scope }) => scope / 0.5,
  burn: ({ burn }) => (burn - 1) / 0.5,
  margin: ({ margin }) => margin,
  activity: ({ activity }) => activity,
  sentiment: ({ sentiment }) => Math.abs(Math.min(0, sentiment)) / 0.4,
  risk: ({ risk }) => risk / 100,
  health: ({ health }) => 1 - health / 100,
  events: ({ events_7d }) => events_7d / 50,
} satisfies Record<string, (day: SnapshotNumbers) => number>;

/** How much each grew from the window's first snapshot to its last, clamped to -1..1. */
const CHANGES = {
  risk_change: (first, last) => (last.risk - first.risk) / 40,
  waiting_change: (first, last) => (last.waiting - first.waiting) / 7,
  scope_change: (first, last) => (last.scope - first.scope) / 0.4,
} satisfies Record<string, (first: SnapshotNumbers, last: SnapshotNumbers) => number>;

export type Level = keyof typeof LEVELS;
export type Change = keyof typeof CHANGES;
export const LEVEL_KEYS = Object.keys(LEVELS) as Level[];
export const CHANGE_KEYS = Object.keys(CHANGES) as Change[];

/** What the places of a vector stand for, in order. */
export const FEATURES: readonly (Level | Change)[] = [...LEVEL_KEYS, ...CHANGE_KEYS];

/** @param days at least one, in order of time */
export function vectorOf(days: readonly SnapshotNumbers[]): number[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) throw new Error('a vector needs a snapshot');
  return [
    ...Object.values(LEVELS).map((level) => clamp(0, days.reduce((sum, day) => sum + level(day), 0) / days.length)),
    ...Object.values(CHANGES).map((change) => clamp(-1, change(first, last))),
  ];
}

const clamp = (least: number, value: number): number => Math.min(1, Math.max(least, value));
