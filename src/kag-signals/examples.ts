const EVIDENCE = { message_id: 'cwmsg:1:90201', source_table: 'cw_messages', source_pk: 'cwmsg:1:90201' };

export const SIGNAL_EXAMPLE = {
  signal_key: 'waiting_on_client_days',
  value: 4.5,
  status: 'critical',
  details: { since: '2026-02-03T10:11:12.000Z' },
  evidence_refs: [EVIDENCE],
  as_of: '2026-02-07T22:11:12.000Z',
  warn: 2,
  critical: 4,
};

export const SCORE_EXAMPLE = {
  score_type: 'project_health',
  value: 92.5,
  band: 'low',
  factors: [{ key: 'waiting', value: 75, weight: -0.1, contribution: -7.5 }],
  evidence_refs: [EVIDENCE],
  as_of: '2026-02-07T22:11:12.000Z',
};

export const REFRESH_EXAMPLE = {
  as_of: '2026-02-07T22:11:12.000Z',
  warn: 0,
  critical: 1,
  signals: { waiting_on_client_days: { value: 4.5, status: 'critical' } },
  scores: { project_health: { value: 92.5, band: 'low' } },
};
