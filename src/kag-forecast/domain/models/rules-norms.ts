import type { DayMeasures } from '../../../kag-snapshots/index.js';
import { type Feature, type Look, share, today } from '../hazard/features/feature.js';
import type { RiskType } from '../risks.js';

/** How bad a measure is today, 0 to 1, and its part in a risk's score. */
export interface Norm extends Feature {
  weight: number;
}

/** What is not known is no sign: it counts as 0. */
const norm =
  (key: string, of: (day: DayMeasures) => number | null, from: number, to: number) =>
  (weight: number): Norm => ({ key, weight, of: (look: Look) => share(of(today(look) ?? NOTHING), from, to) ?? 0 });

const NOTHING = {} as DayMeasures;

const blockersAge = norm('blockers_age', (day) => day.blockers_age, 0, 7);
const stageOverdue = norm('stage_overdue', (day) => day.stage_overdue, 0, 5);
const slowAnswers = norm('slow_answers', (day) => day.answer_minutes, 0, 720);
const activityDrop = norm('activity_drop', (day) => day.activity_drop, 0, 1);
const burn = norm('burn', (day) => day.burn, 0.5, 1.2);
const margin = norm('margin', (day) => minus(day.margin), -0.6, -0.2);
const waiting = norm('waiting', (day) => day.waiting_days, 0, 4);
const lowMood = norm('low_mood', (day) => minus(day.sentiment_level), 0, 0.4);
const requests = norm('requests_7d', (day) => day.scope_requests_7d, 0, 3);

function minus(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : -value;
}

/** Each risk's score. */
export const NORMS: Readonly<Record<RiskType, readonly Norm[]>> = {
  delivery_risk: [blockersAge(0.4), stageOverdue(0.35), slowAnswers(0.15), activityDrop(0.1)],
  finance_risk: [burn(0.55), margin(0.45)],
  client_risk: [waiting(0.4), lowMood(0.3), slowAnswers(0.15), activityDrop(0.15)],
  scope_risk: [requests(0.6), stageOverdue(0.2), waiting(0.2)],
};
