import type { WorkingCalendar } from '../../src/common/working-time/calendar.js';
import { CALM } from './calm.js';
import { clientAsks, clientSays, teamSays, teamTells } from './events.js';
import type { GoldenHistory } from './types.js';

const OFFICE: WorkingCalendar = {
  time_zone: 'UTC',
  working_days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  working_hours: { start: '09:00', end: '18:00' },
};

/** Waits that nights and weekends lie in; the 29th of May 2026 is a Friday. */
export const WORKING_TIME: GoldenHistory[] = [
  {
    name: 'working time: a question of Friday afternoon is half a day old on Monday noon',
    // Half past twelve in Berlin
    now: '2026-06-01T10:30Z',
    calendar: { ...OFFICE, time_zone: 'Europe/Berlin' },
    events: [
      teamSays('2026-05-29T14:30Z', { evidence: ['message:1'] }), // half past four in Berlin: 1.5 h of that day, 3.5 h of Monday
      clientSays('2026-05-29T14:31Z', { automatic: true, evidence: ['message:2'] }), // a note of absence is no answer
      teamSays('2026-05-31T10:00Z', { evidence: ['message:3'] }), // a follow-up: the count goes on
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 5 / 9, status: 'ok', evidence: ['message:3', 'message:1'] },
      },
      facts: CALM.facts,
      scores: {
        // of 100: waiting (5 / 9 / 6) * 100
        project_health: { value: 100 - 0.1 * (5 / 9 / 6) * 100, band: 'low' }, // 99.074074074074
        risk: { value: 0.06 * (5 / 9 / 6) * 100, band: 'low' }, // 0.555555555556
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 99.074074074074,
          band: 'medium',
        }, // 64.861111111111
        upsell_likelihood: {
          value: 0.4 * 64.861111111111 + 0.35 * 0 + 0.25 * (0.6 * (100 - 0.555555555556) + 0.4 * 99.074074074074),
          band: 'medium',
        }, // 50.768518518519
      },
      forecasts: {
        // norms: waiting (5 / 9 / 6), risk 0.005555555556
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.005555555556), // 0.00075
          p14: 0.00075 + 0.12 * (1 - 0.00075), // 0.12066
          p30: 0.12066 + 0.18 * (1 - 0.12066), // 0.2789412
          expected_time_to_risk_days: (1 - 0.2789412) * 40 + 2, // 30.842352
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.005555555556), // 0.001041666667
          p14: 0.001041666667 + 0.12 * (1 - 0.001041666667), // 0.120916666667
          p30: 0.120916666667 + 0.18 * (1 - 0.120916666667), // 0.279151666667
          expected_time_to_risk_days: (1 - 0.279151666667) * 40 + 2, // 30.833933333333
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.32 * (5 / 9 / 6) + 0.2 * 0.005555555556), // 0.023055555556
          p14: 0.023055555556 + 0.12 * (1 - 0.023055555556), // 0.140288888889
          p30: 0.140288888889 + 0.18 * (1 - 0.140288888889), // 0.295036888889
          expected_time_to_risk_days: (1 - 0.295036888889) * 40 + 2, // 30.198524444444
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.14 * (5 / 9 / 6) + 0.2 * 0.005555555556), // 0.010555555556
          p14: 0.010555555556 + 0.12 * (1 - 0.010555555556), // 0.129288888889
          p30: 0.129288888889 + 0.18 * (1 - 0.129288888889), // 0.286016888889
          expected_time_to_risk_days: (1 - 0.286016888889) * 40 + 2, // 30.559324444444
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'working time: the client has waited for us for eleven hours, over a weekend',
    now: '2026-06-01T18:00Z',
    calendar: OFFICE,
    events: [
      clientAsks('2026-05-29T16:00Z', { evidence: ['message:1'] }), // 2 h of Friday, 9 h of Monday
      teamTells('2026-05-29T16:00:05Z', { automatic: true }), // the greeting of a machine is no answer
      clientSays('2026-05-30T12:00Z'), // nor is this a new question
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_us_hours: { value: 11, status: 'warn', details: { conversations: 1 }, evidence: ['message:1'] },
        response_time_median: { value: 0, status: 'ok', details: { answers: 0 } },
      },
      facts: CALM.facts,
      scores: {
        // of 100: response (11 / 24) * 100, by the open question
        project_health: { value: 100 - 0.08 * (11 / 24) * 100, band: 'low' }, // 96.333333333333
        risk: { value: 0.04 * (11 / 24) * 100, band: 'low' }, // 1.833333333333
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 96.333333333333,
          band: 'medium',
        }, // 64.45
        upsell_likelihood: {
          value: 0.4 * 64.45 + 0.35 * 0 + 0.25 * (0.6 * (100 - 1.833333333333) + 0.4 * 96.333333333333),
          band: 'medium',
        }, // 50.138333333333
      },
      forecasts: {
        // norms: response (11 / 24), risk 0.018333333333
        delivery_risk: {
          p7: 0.75 * (0.12 * (11 / 24) + 0.18 * 0.018333333333), // 0.043725
          p14: 0.043725 + 0.12 * (1 - 0.043725), // 0.158478
          p30: 0.158478 + 0.18 * (1 - 0.158478), // 0.30995196
          expected_time_to_risk_days: (1 - 0.30995196) * 40 + 2, // 29.6019216
          basis: { confidence: 0.35 + 0.01 * 1, evidence: 1, publishable: true, top_drivers: ['response', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.018333333333), // 0.0034375
          p14: 0.0034375 + 0.12 * (1 - 0.0034375), // 0.123025
          p30: 0.123025 + 0.18 * (1 - 0.123025), // 0.2808805
          expected_time_to_risk_days: (1 - 0.2808805) * 40 + 2, // 30.76478
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.12 * (11 / 24) + 0.2 * 0.018333333333), // 0.044
          p14: 0.044 + 0.12 * (1 - 0.044), // 0.15872
          p30: 0.15872 + 0.18 * (1 - 0.15872), // 0.3101504
          expected_time_to_risk_days: (1 - 0.3101504) * 40 + 2, // 29.593984
          basis: { confidence: 0.35 + 0.01 * 1, evidence: 1, publishable: true, top_drivers: ['response', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.018333333333), // 0.00275
          p14: 0.00275 + 0.12 * (1 - 0.00275), // 0.12242
          p30: 0.12242 + 0.18 * (1 - 0.12242), // 0.2803844
          expected_time_to_risk_days: (1 - 0.2803844) * 40 + 2, // 30.784624
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
];
