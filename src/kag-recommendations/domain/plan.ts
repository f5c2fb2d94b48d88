import type { WorkingTime } from '../../common/working-time/working-time.js';
import { assess } from './causes/assess.js';
import { compose, type Content } from './compose.js';
import { dueDay, localDay } from './due.js';
import { type OpenEpisode, stepsOf } from './episodes.js';
import type { GateSettings } from './gate.js';
import type { ReopenedReason, Status } from './lifecycle.js';
import { type Category, RULES } from './recommendation.js';
import { type PastEpisode, raisedBy } from './restraint.js';
import { type Background, type KnownProject, situationOf } from './situation-of.js';

/** What has become of a project's recommendations so far. */
export interface History {
  open: readonly OpenEpisode[];
  /** The latest that is over of each category. */
  past: readonly (PastEpisode & { category: Category })[];
  /** Days on which a person called one a false alarm. */
  falseAlarms: readonly { category: Category; days: readonly string[] }[];
}

/** What a refresh is to write of one project. */
export interface Plan {
  begin: (Content & { due_date: string })[];
  goOn: (Content & { id: string; reopened_reason: ReopenedReason | null; due_date: string })[];
  pause: { id: string }[];
  end: { id: string; status: Status }[];
}

/** What becomes of a project's recommendations by what is known of it now. */
export function planOf(
  known: KnownProject,
  background: Background & { time: WorkingTime },
  history: History,
  gate: GateSettings,
  now: Date,
): Plan {
  const { time } = background;
  const today = localDay(time.calendar.time_zone, now);
  const lives = {
    open: history.open,
    past: new Map(history.past.map((one) => [one.category, one])),
    raised: new Map(history.falseAlarms.map(({ category, days }) => [category, raisedBy(days, today)])),
  };
  const workingDaysSince = (since: Date) => time.daysBetween(since.getTime(), now.getTime());
  const situation = situationOf(known, background);
  const steps = stepsOf(assess(situation), lives, { now, today, workingDaysSince }, situation.ended);
  const due = (category: Category) => dueDay(time, now, RULES[category].due_days);
  return {
    begin: steps.begin.map((one) => ({
      ...compose(one, known, background, gate),
      due_date: due(one.category),
    })),
    goOn: steps.goOn.map(({ episode: { id }, assessed, reopened }) => ({
      ...compose(assessed, known, background, gate),
      id,
      reopened_reason: reopened,
      due_date: due(assessed.category),
    })),
    pause: steps.pause.map(({ id }) => ({ id })),
    end: steps.end.map(({ episode: { id }, status }) => ({ id, status })),
  };
}
