import { describeChecks } from '../../../../../test/support/check-rows.js';

const others = { others: 2, others_with_signature: 0, others_without: [{ id: 'other-id', name: 'Other' }] };

describeChecks('similarity_empty', [
  {
    check: 'snapshots_in_window',
    when: 'none',
    status: 'fail',
    cure: 'POST /kag/snapshots/refresh',
    facts: { kag: { snapshots: [{ window_days: 14, count: 0 }] } },
  },
  { check: 'snapshots_in_window', when: 'off', status: 'skipped', env: { KAG_SNAPSHOTS_ENABLED: 'false' } },
  {
    check: 'signatures',
    when: 'none of the window',
    status: 'warn',
    cure: 'POST /kag/similarity/rebuild',
    facts: { kag: { signatures: [7] } },
  },
  { check: 'signatures', when: 'off', status: 'skipped', env: { KAG_ENABLED: 'false' } },
  {
    check: 'similarity_parameters',
    when: 'nobody else has one',
    status: 'warn',
    seen: 'Other',
    cure: 'POST /kag/snapshots/refresh?project_id=other-id',
    facts: { kag: others },
  },
  {
    check: 'similarity_parameters',
    when: 'alone',
    status: 'skipped',
    facts: { kag: { others: 0, others_with_signature: 0 } },
  },
  { check: 'similarity_parameters', when: 'off', status: 'skipped', env: { KAG_ENABLED: 'false' } },
]);
