export const FORECAST_EXAMPLE = {
  risk_type: 'client_risk',
  p7: 0.52,
  p14: 0.58,
  p30: 0.66,
  expected_time_to_risk_days: 15.7,
  confidence: 0.55,
  top_drivers: [{ key: 'waiting', norm: 0.75, weight: 0.32, contribution: 0.24 }],
  evidence_refs: [
    {
      message_id: 'cwmsg:1:90201',
      source_table: 'cw_messages',
      source_pk: 'cwmsg:1:90201',
      occurred_at: '2026-02-03T10:11:12.000Z',
    },
  ],
  publishable: true,
  model: 'rules-v1',
  generated_at: '2026-02-07T00:20:00.000Z',
};

export const CASE_EXAMPLE = {
  case_project_id: '5b9d7f6e-3c0a-4a7e-9a55-1f6f8a2b3c4d',
  case_project_name: 'Bakery website',
  window_end: '2026-01-14',
  similarity_score: 0.81,
  why_similar: [{ code: 'blockers', text: 'Both have blockers that stay open' }],
  key_shared_patterns: ['issue_created>issue_blocked'],
  outcomes_seen: [{ outcome_type: 'delivery_risk', severity: 4, occurred_on: '2026-01-20', evidence_refs: [] }],
};

export const ACCURACY_EXAMPLE = {
  risk_type: 'client_risk',
  horizon_days: 7,
  status: 'ok',
  count: 120,
  brier_score: 0.14,
  calibration: [{ from: 0.4, to: 0.6, count: 44, mean_probability: 0.51, observed: 0.48 }],
};
