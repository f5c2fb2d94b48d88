import type { SignalKey } from '../signal.js';
import { activityDrop } from './activity-drop.js';
import { agreementOverdueCount } from './agreement-overdue-count.js';
import { blockersAge } from './blockers-age.js';
import { budgetBurnRate } from './budget-burn-rate.js';
import { marginRisk } from './margin-risk.js';
import { clientSentiment } from './client-sentiment.js';
import type { ReadSignal } from './read.js';
import { responseTimeMedian } from './response-time-median.js';
import { scopeCreepRate } from './scope-creep-rate.js';

import { stageOverdue } from './stage-overdue.js';
import { waitingOnClientDays } from './waiting-on-client-days.js';
import { waitingOnUsHours } from './waiting-on-us-hours.js';

/** How each signal is read (docs/contract/signals.md). */
export const SIGNALS: Readonly<Record<SignalKey, ReadSignal>> = {
  waiting_on_client_days: waitingOnClientDays,
  waiting_on_us_hours: waitingOnUsHours,
  response_time_median: responseTimeMedian,
  blockers_age: blockersAge,
  stage_overdue: stageOverdue,
  agreement_overdue_count: agreementOverdueCount,
  client_sentiment: clientSentiment,
  scope_creep_rate: scopeCreepRate,
  budget_burn_rate: budgetBurnRate,
  margin_risk: marginRisk,
  activity_drop: activityDrop,
};
