import { anyObject, decimal, named, oneOf, orNull, underEach } from '../http/index.js';
import { EVIDENCE_EXAMPLE } from '../kag-events/index.js';
import { BANDS, SCORE_TYPES } from './domain/score.js';
import { SIGNAL_KEYS, SIGNAL_STATUSES } from './domain/signal.js';
import { skippableResult } from '../jobs/index.js';
import { PROJECT_ID } from '../projects/index.js';

export const SIGNAL_EXAMPLE = named('Signal', {
  project_id: PROJECT_ID,
  signal_key: oneOf(SIGNAL_KEYS, 'waiting_on_client_days'),
  known: true,
  value: orNull(4.5),
  status: oneOf(SIGNAL_STATUSES, 'critical'),
  details: anyObject({ since: '2026-02-03T10:11:12.000Z' }),
  evidence_refs: [EVIDENCE_EXAMPLE],
  as_of: '2026-02-07T22:11:12.000Z',
  warn: decimal(2),
  critical: decimal(4),
});

export const SCORE_EXAMPLE = named('Score', {
  project_id: PROJECT_ID,
  score_type: oneOf(SCORE_TYPES, 'project_health'),
  known: true,
  value: orNull(62.5),
  band: orNull(oneOf(BANDS, 'medium')),
  coverage: decimal(1),
  factors: [{ key: 'waiting', value: decimal(75), weight: -0.5, contribution: -37.5 }],
  evidence_refs: [EVIDENCE_EXAMPLE],
  as_of: '2026-02-07T22:11:12.000Z',
});

const SIGNAL = { value: orNull(decimal(0)), status: oneOf(SIGNAL_STATUSES, 'ok') };
const WAITING = { value: orNull(4.5), status: oneOf(SIGNAL_STATUSES, 'critical') };
const SCORE = { value: orNull(62.5), band: orNull(oneOf(BANDS, 'medium')) };

export const REFRESH_EXAMPLE = skippableResult({
  as_of: '2026-02-07T22:11:12.000Z',
  warn: 0,
  critical: 1,
  signals: {
    ...underEach(SIGNAL_KEYS, SIGNAL),
    waiting_on_client_days: WAITING,
  },
  scores: underEach(SCORE_TYPES, SCORE),
});
