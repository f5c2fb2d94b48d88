import { anyObject, decimal, either, named, oneOf, orNull, underEach } from '../http/index.js';
import { EVIDENCE_EXAMPLE } from '../kag-events/index.js';
import { BANDS, SCORE_TYPES, SIGNAL_KEYS, SIGNAL_STATUSES } from '../kag-signals/index.js';
import { PROJECT_ID } from '../projects/index.js';
import { MEASURE_KEYS } from './domain/day-measures.js';
import { ONSET_SOURCES } from './domain/onsets/onset.js';
import { OUTCOME_TYPES } from './domain/outcome-types.js';

const CALM = named('SnapshotSignal', {
  known: true,
  value: orNull(decimal(0)),
  status: oneOf(SIGNAL_STATUSES, 'ok'),
  details: anyObject({}),
  risk: orNull(decimal(0)),
});
const WAITING = CALM.with({
  value: decimal(4.4),
  status: oneOf(SIGNAL_STATUSES, 'critical'),
  risk: decimal(1),
});
const score = (value: number, band: (typeof BANDS)[number]) => ({
  known: true,
  value: orNull(value),
  band: orNull(oneOf(BANDS, band)),
});

const AS_OF = '2026-02-03T23:59:59.999Z';
const COMPUTED_AT = '2026-02-04T00:05:12.345Z';
/** Null before the project's first day. */
export const FRESHNESS_EXAMPLE = { as_of: orNull(AS_OF), computed_at: orNull(COMPUTED_AT) };

export const SNAPSHOT_EXAMPLE = named('Snapshot', {
  project_id: PROJECT_ID,
  snapshot_date: '2026-02-03',
  as_of: AS_OF,
  signals_json: {
    ...underEach(SIGNAL_KEYS, CALM),
    waiting_on_client_days: WAITING,
    response_time_median: CALM.with({ value: decimal(96.5), risk: decimal(0.134) }),
    blockers_age: CALM.with({ value: decimal(2), details: anyObject({ open_blockers: 1 }), risk: decimal(0.4) }),
    budget_burn_rate: CALM.with({ value: decimal(0.8), risk: decimal(0.667) }),
  },
  scores_json: {
    ...underEach(SCORE_TYPES, score(62.5, 'medium')),
    project_health: score(87.2, 'low'),
    risk: score(10.1, 'low'),
  },
  aggregates_json: {
    events_7d: 12,
    events_14d: 31,
    events_30d: 70,
    events_by_source_14d: { chatwoot: 22, linear: 7, attio: 2, github: 0 },
    open_issues: 9,
    blocked_issues: 1,
    overdue_issues: 2,
    pipeline_amount: decimal(18_500),
    pipeline_count: 1,
  },
  evidence_refs: [EVIDENCE_EXAMPLE],
  publishable: true,
  computed_at: COMPUTED_AT,
});

export const ONSET_EXAMPLE = named('Onset', {
  risk_type: oneOf(OUTCOME_TYPES, 'client_risk'),
  began: '2026-02-02',
  known: '2026-02-03',
  ended: orNull('2026-02-09'),
  source: oneOf(ONSET_SOURCES, 'rule'),
  severity: 4,
  evidence_refs: [EVIDENCE_EXAMPLE],
  computed_at: COMPUTED_AT,
});

export const OUTCOME_EXAMPLE = named('Outcome', {
  occurred_on: '2026-02-03',
  outcome_type: oneOf(OUTCOME_TYPES, 'client_risk'),
  severity: 4,
  reason: [
    {
      key: oneOf([...MEASURE_KEYS, 'deal_stage_changed'], 'waiting_days'),
      value: either(decimal(4.4), 'Lost'),
      limit: orNull(decimal(4)),
    },
  ],
  evidence_refs: [EVIDENCE_EXAMPLE],
  source: oneOf(['snapshot'], 'snapshot'),
  computed_at: COMPUTED_AT,
});
