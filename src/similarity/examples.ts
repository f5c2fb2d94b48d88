import { named, oneOf, text } from '../http/index.js';
import { EVIDENCE_EXAMPLE } from '../kag-events/index.js';
import { OUTCOME_TYPES } from '../kag-snapshots/index.js';
import { REASON_TEXTS, type ReasonCode } from './domain/reason-texts.js';

const ISSUE = 'a1d2b3c4-0000-4000-8000-000000000001';
const CODES = Object.keys(REASON_TEXTS.en) as ReasonCode[];

export const CASE_EXAMPLE = named('SimilarCase', {
  case_project_id: '0d9f7a52-3c1e-4f6b-8a44-2b6f1c9d7e10',
  case_project_name: 'Northwind shop',
  window_end: '2026-01-18',
  similarity_score: 0.7421,
  why_similar: [
    { code: oneOf(CODES, 'blockers'), text: 'Both have blockers that stay open' },
    { code: oneOf(CODES, 'event_patterns'), text: 'Event patterns in common: 6 of 14' },
    { code: oneOf(CODES, 'budget_band'), text: 'Similar budget (50,000 to 100,000)' },
  ],
  key_shared_patterns: ['issue_blocked>message_sent', 'message_sent>scope_change_detected'],
  outcomes_seen: [
    {
      outcome_type: oneOf(OUTCOME_TYPES, 'delivery_risk'),
      severity: 4,
      occurred_on: '2026-01-25',
      evidence_refs: [
        EVIDENCE_EXAMPLE.showing({
          linear_issue_id: text(ISSUE),
          source_table: 'linear_issues_raw',
          source_pk: text(ISSUE),
        }),
      ],
    },
  ],
});

/** Two of five cases had trouble with the client, where one of ten is usual. */
export const FOLLOWED_EXAMPLE = named('Followed', {
  risk_type: oneOf(OUTCOME_TYPES, 'client_risk'),
  cases: { came: 2, of: 5 },
  usual: { came: 12, of: 120 },
});
