const MESSAGE = { message_id: 'cwmsg:1:90201', source_table: 'cw_messages', source_pk: 'cwmsg:1:90201' };
const WAITING = { value: 4.4, status: 'critical', details: {}, risk: 1 };
const CALM = { value: 0, status: 'ok', details: {}, risk: 0 };

export const FRESHNESS_EXAMPLE = { as_of: '2026-02-03T23:59:59.999Z', computed_at: '2026-02-04T00:05:12.345Z' };

export const SNAPSHOT_EXAMPLE = {
  snapshot_date: '2026-02-03',
  as_of: FRESHNESS_EXAMPLE.as_of,
  signals_json: {
    waiting_on_client_days: WAITING,
    response_time_avg: { value: 96.5, status: 'ok', details: {}, risk: 0.134 },
    blockers_age: { value: 2, status: 'ok', details: { open_blockers: 1 }, risk: 0.4 },
    stage_overdue: CALM,
    agreement_overdue_count: CALM,
    sentiment_trend: CALM,
    scope_creep_rate: CALM,
    budget_burn_rate: { value: 0.8, status: 'ok', details: {}, risk: 0.667 },
    margin_risk: CALM,
    activity_drop: CALM,
  },
  scores_json: {
    project_health: { value: 87.2, band: 'low' },
    risk: { value: 10.1, band: 'low' },
    client_value: { value: 62.5, band: 'medium' },
    upsell_likelihood: { value: 48.4, band: 'medium' },
  },
  aggregates_json: {
    events_7d: 12,
    events_14d: 31,
    events_30d: 70,
    events_by_source_14d: { chatwoot: 22, linear: 7, attio: 2 },
    open_issues: 9,
    blocked_issues: 1,
    overdue_issues: 2,
    pipeline_amount: 18_500,
    pipeline_count: 1,
  },
  evidence_refs: [MESSAGE],
  publishable: true,
  computed_at: FRESHNESS_EXAMPLE.computed_at,
};

export const OUTCOME_EXAMPLE = {
  occurred_on: '2026-02-03',
  outcome_type: 'client_risk',
  severity: 4,
  reason: [{ key: 'waiting_on_client_days', value: WAITING.value, limit: 4 }],
  evidence_refs: [MESSAGE],
  source: 'snapshot',
  computed_at: FRESHNESS_EXAMPLE.computed_at,
};
