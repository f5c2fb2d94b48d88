import type { DayFigures, DayMeasures, DayMeasureKey } from '../../kag-snapshots/index.js';

/** What a signature takes from a day that is kept. */
export interface DayNumbers extends DayMeasures {
  /** Domain events of the 7 and 30 days up to the day's end. */
  events_7d: number;
  events_30d: number;
  /** Amount of the deals that are neither won nor lost. */
  pipeline_amount: number;
}

export const numbersOf = ({ measures, aggregates_json }: Omit<DayFigures, 'project_id'>): DayNumbers => ({
  ...measures,
  events_7d: aggregates_json.events_7d,
  events_30d: aggregates_json.events_30d,
  pipeline_amount: aggregates_json.pipeline_amount,
});

/** One of the numbers that describe a window. */
interface LevelOf {
  /** From 0 (no trouble) to 1 (a grave one), before it is clamped; null: it is not known. */
  of: (day: DayNumbers) => number | null;
  /** For people. */
  is: string;
}

/** A measure as the share of the way from where it is harmless to where it is grave. */
const scaled = (key: DayMeasureKey, none: number, grave: number): LevelOf => ({
  of: (day) => {
    const value = day[key];
    return value === null ? null : (value - none) / (grave - none);
  },
  is: `\`${key}\` from ${text(none)} to ${text(grave)}`,
});

const text = (value: number): string => String(value).replace('-', '−');

/** The mean of each over the window's days on which it is known. */
export const LEVELS = {
  waiting: scaled('waiting_days', 0, 6),
  blockers: scaled('open_blockers', 0, 4),
  blockers_age: scaled('blockers_age', 0, 6),
  stage: scaled('stage_overdue', 0, 5),
  answers: scaled('answer_minutes', 0, 720),
  burn: scaled('burn', 0.5, 1.3),
  margin: scaled('margin', 0.6, 0),
  mood: scaled('sentiment_level', 0, -0.5),
  negative: scaled('negative_share', 0, 1),
  scope: scaled('scope_requests_7d', 0, 5),
  // Both are relative to the project's own level: a small project's busy week is a large one's quiet one.
  activity: scaled('activity_drop', 0, 1),
  busy: {
    of: ({ events_7d, events_30d }) => (events_30d === 0 ? null : (events_7d / 7 / (events_30d / 30) - 1) / 2),
    is: 'events a day of the last 7 days, from as many as in the last 30 days to three times as many',
  },
} satisfies Record<string, LevelOf>;

/** Those whose growth from the first of these days to the last describes it too. */
export const CHANGES = { waiting_change: 'waiting', scope_change: 'scope' } as const satisfies Record<
  string,
  keyof typeof LEVELS
>;

export type LevelKey = keyof typeof LEVELS;
export type ChangeKey = keyof typeof CHANGES;
export const LEVEL_KEYS = Object.keys(LEVELS) as LevelKey[];
export const CHANGE_KEYS = Object.keys(CHANGES) as ChangeKey[];

/** What the places of a vector stand for, in order. */
export const FEATURES: readonly (LevelKey | ChangeKey)[] = [...LEVEL_KEYS, ...CHANGE_KEYS];

/** A window in numbers, in the order of `FEATURES`; null: it is not known. */
export type Vector = (number | null)[];

/** @param days at least one, in order of time */
export function vectorOf(days: readonly DayNumbers[]): Vector {
  if (days.length === 0) throw new Error('a vector needs a snapshot');
  const known = (of: (day: DayNumbers) => number | null) => days.flatMap((day) => of(day) ?? []);
  return [
    ...Object.values(LEVELS).map((level) => {
      const values = known(level.of);
      return values.length === 0 ? null : clamp(0, values.reduce((sum, value) => sum + value, 0) / values.length);
    }),
    ...Object.values(CHANGES).map((level) => {
      const values = known(LEVELS[level].of);
      return values.length === 0 ? null : clamp(-1, (values.at(-1) ?? 0) - (values[0] ?? 0));
    }),
  ];
}

// JSON knows no minus zero.
const clamp = (least: number, value: number): number => Math.min(1, Math.max(least, value)) + 0;
