import type { DayMeasureKey } from '../../../kag-snapshots/index.js';
import { type HazardFeature, scaled, today } from '../hazard/features/feature.js';
import type { RiskType } from '../risks.js';

/** How bad a measure is today, 0 to 1, and its part in a risk's score. */
export interface Norm extends HazardFeature {
  weight: number;
}

/** An unknown measure counts as 0: it speaks neither for the risk nor against it. */
function norm(measure: DayMeasureKey, from: number, to: number, key: string = measure): (weight: number) => Norm {
  const feature = scaled(key, `\`${measure}\``, from, to, (look) => today(look)?.[measure]);
  return (weight) => ({ ...feature, weight, of: (look) => feature.of(look) ?? 0 });
}

const blockersAge = norm('blockers_age', 0, 7);
const stageOverdue = norm('stage_overdue', 0, 5);
const slowAnswers = norm('answer_minutes', 0, 720, 'slow_answers');
const activityDrop = norm('activity_drop', 0, 1);
const burn = norm('burn', 0.5, 1.2);
const margin = norm('margin', 0.6, 0.2);
const waiting = norm('waiting_days', 0, 4, 'waiting');
const lowMood = norm('sentiment_level', 0, -0.4, 'low_mood');
const requests = norm('scope_requests_7d', 0, 3, 'requests_7d');

/** Each risk's score. */
export const NORMS: Readonly<Record<RiskType, readonly Norm[]>> = {
  delivery_risk: [blockersAge(0.4), stageOverdue(0.35), slowAnswers(0.15), activityDrop(0.1)],
  finance_risk: [burn(0.55), margin(0.45)],
  client_risk: [waiting(0.4), lowMood(0.3), slowAnswers(0.15), activityDrop(0.15)],
  scope_risk: [requests(0.6), stageOverdue(0.2), waiting(0.2)],
};
