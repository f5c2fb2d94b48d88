import { expect, it } from '@jest/globals';
import {
  before,
  DAY,
  forecasts,
  healthy,
  job,
  NOW,
  scheduleWith,
  settings,
} from '../../../../../test/builders/diagnosis.js';
import { describeChecks } from '../../../../../test/support/check-rows.js';
import { evidenceGate } from './evidence-gate.js';
import { wordsIn } from '../wording.js';

const hidden = (reason: string) => [{ category: 'delivery_risk', reason, evidence: 3, quality: 0.318 }];

describeChecks('recommendations_few', [
  {
    check: 'forecasts_current',
    when: 'two days old',
    status: 'fail',
    cure: 'POST /kag/v2/forecast/refresh',
    facts: { kag: { forecasts: forecasts({ generated_at: before(2 * DAY) }) } },
  },
  {
    check: 'forecasts_current',
    when: 'two days old, where they are made every third day',
    status: 'ok',
    facts: {
      schedule: scheduleWith(job('kag_daily_pipeline', { cadence_seconds: 3 * DAY })),
      kag: { forecasts: forecasts({ generated_at: before(2 * DAY) }) },
    },
  },
  { check: 'forecasts_current', when: 'none', status: 'skipped', facts: { kag: { forecasts: [] } } },
  {
    check: 'forecast_evidence',
    when: 'a risk without any',
    status: 'warn',
    cure: 'POST /connectors/sync',
    facts: { kag: { forecasts: forecasts({ evidence: 0 }) } },
  },
  {
    check: 'forecast_evidence',
    when: 'no risk, no evidence',
    status: 'ok',
    facts: { kag: { forecasts: forecasts({ evidence: 0, p7: 0.1 }) } },
  },
  { check: 'forecast_evidence', when: 'none', status: 'skipped', facts: { kag: { forecasts: [] } } },
  {
    check: 'forecasts_publishable',
    when: 'a risk is not',
    status: 'warn',
    seen: '0 of 4 are',
    facts: { kag: { forecasts: forecasts({ publishable: false }) } },
  },
  { check: 'forecasts_publishable', when: 'none', status: 'skipped', facts: { kag: { forecasts: [] } } },
  {
    check: 'evidence_gate',
    when: 'it hides all',
    status: 'fail',
    seen: '0 shown, 1 hidden',
    cure: 'POST /connectors/sync',
    facts: { kag: { shown_recommendations: 0, hidden_recommendations: hidden('too_few_refs: 3 of 5') } },
  },
  {
    check: 'evidence_gate',
    when: 'it hides some',
    status: 'warn',
    facts: { kag: { hidden_recommendations: hidden('low_quality: .3') } },
  },
]);

it.each([
  ['too_few_refs: 3 of 5', { RECOMMENDATIONS_EVIDENCE_MIN_COUNT: '3' }],
  ['no_primary: 3 chunks', { RECOMMENDATIONS_EVIDENCE_ALLOW_SECONDARY_ONLY: 'true' }],
  ['low_quality: 0.32', { RECOMMENDATIONS_EVIDENCE_MIN_QUALITY: '0.31' }],
])('names what the gate would have to be for %s', (reason, set) => {
  const facts = { ...healthy, kag: { ...healthy.kag, hidden_recommendations: hidden(reason) } };
  const remedy =
    evidenceGate.look(facts, settings({ RECOMMENDATIONS_EVIDENCE_MIN_COUNT: '5' }), NOW, wordsIn('en')).remedy ?? [];
  expect(remedy.map((step) => step.set).filter(Boolean)).toEqual([set]);
});
