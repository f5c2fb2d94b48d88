import { CALM, NOW } from './calm.js';
import { clientSays } from './events.js';
import type { GoldenHistory } from './types.js';

/** Trends on both sides of the warning and of where the forecast is raised. */
export const SENTIMENT_EDGES: GoldenHistory[] = [
  {
    name: 'sentiment: just short of a warning',
    now: NOW,
    events: [
      clientSays('2026-05-28T12:00Z', { sentiment_score: 0 }), // 3 d ago
      clientSays('2026-05-30T12:00Z', { sentiment_score: -0.42 }), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        client_sentiment: { value: 0.35 * -0.42 + 0.65 * 0 - 0, status: 'ok' },
      },
      facts: { ...CALM.facts },
      scores: {
        // of 100: sentiment 3 * 0.147 * 100
        project_health: { value: 100 - 0.08 * 3 * 0.147 * 100, band: 'low' }, // 96.472
        risk: { value: 0.02 * 3 * 0.147 * 100, band: 'low' }, // 0.882
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (-0.147 + 1) * 50 + 0.15 * 96.472,
          band: 'medium',
        }, // 63.7358
        upsell_likelihood: {
          value: 0.4 * 63.7358 + 0.35 * 0 + 0.25 * (0.6 * (100 - 0.882) + 0.4 * 96.472),
          band: 'medium',
        }, // 50.00922
      },
      forecasts: {
        // norms: sentiment (0.147 / 0.4), risk 0.00882
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.00882), // 0.0011907
          p14: 0.0011907 + 0.12 * (1 - 0.0011907), // 0.121047816
          p30: 0.121047816 + 0.18 * (1 - 0.121047816), // 0.27925920912
          expected_time_to_risk_days: (1 - 0.27925920912) * 40 + 2, // 30.8296316352
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.00882), // 0.00165375
          p14: 0.00165375 + 0.12 * (1 - 0.00165375), // 0.1214553
          p30: 0.1214553 + 0.18 * (1 - 0.1214553), // 0.279593346
          expected_time_to_risk_days: (1 - 0.279593346) * 40 + 2, // 30.81626616
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.24 * (0.147 / 0.4) + 0.2 * 0.00882), // 0.067473
          p14: 0.067473 + 0.12 * (1 - 0.067473), // 0.17937624
          p30: 0.17937624 + 0.18 * (1 - 0.17937624), // 0.3270885168
          expected_time_to_risk_days: (1 - 0.3270885168) * 40 + 2, // 28.916459328
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['sentiment', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.00882), // 0.001323
          p14: 0.001323 + 0.12 * (1 - 0.001323), // 0.12116424
          p30: 0.12116424 + 0.18 * (1 - 0.12116424), // 0.2793546768
          expected_time_to_risk_days: (1 - 0.2793546768) * 40 + 2, // 30.825812928
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'sentiment: just a warning',
    now: NOW,
    events: [
      clientSays('2026-05-28T12:00Z', { sentiment_score: 0 }), // 3 d ago
      clientSays('2026-05-30T12:00Z', { sentiment_score: -0.43 }), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        client_sentiment: { value: 0.35 * -0.43 + 0.65 * 0 - 0, status: 'warn' },
      },
      facts: { ...CALM.facts },
      scores: {
        // of 100: sentiment 3 * 0.1505 * 100
        project_health: { value: 100 - 0.08 * 3 * 0.1505 * 100, band: 'low' }, // 96.388
        risk: { value: 0.02 * 3 * 0.1505 * 100, band: 'low' }, // 0.903
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (-0.1505 + 1) * 50 + 0.15 * 96.388,
          band: 'medium',
        }, // 63.7057
        upsell_likelihood: {
          value: 0.4 * 63.7057 + 0.35 * 0 + 0.25 * (0.6 * (100 - 0.903) + 0.4 * 96.388),
          band: 'medium',
        }, // 49.98563
      },
      forecasts: {
        // norms: sentiment (0.1505 / 0.4), risk 0.00903
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.00903), // 0.00121905
          p14: 0.00121905 + 0.12 * (1 - 0.00121905), // 0.121072764
          p30: 0.121072764 + 0.18 * (1 - 0.121072764), // 0.27927966648
          expected_time_to_risk_days: (1 - 0.27927966648) * 40 + 2, // 30.8288133408
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.00903), // 0.001693125
          p14: 0.001693125 + 0.12 * (1 - 0.001693125), // 0.12148995
          p30: 0.12148995 + 0.18 * (1 - 0.12148995), // 0.279621759
          expected_time_to_risk_days: (1 - 0.279621759) * 40 + 2, // 30.81512964
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.24 * (0.1505 / 0.4) + 0.2 * 0.00903), // 0.0690795
          p14: 0.0690795 + 0.12 * (1 - 0.0690795), // 0.18078996
          p30: 0.18078996 + 0.18 * (1 - 0.18078996), // 0.3282477672
          expected_time_to_risk_days: (1 - 0.3282477672) * 40 + 2, // 28.870089312
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['sentiment', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.00903), // 0.0013545
          p14: 0.0013545 + 0.12 * (1 - 0.0013545), // 0.12119196
          p30: 0.12119196 + 0.18 * (1 - 0.12119196), // 0.2793774072
          expected_time_to_risk_days: (1 - 0.2793774072) * 40 + 2, // 30.824903712
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'sentiment: just short of raising the forecast',
    now: NOW,
    events: [
      clientSays('2026-05-28T12:00Z', { sentiment_score: 0 }), // 3 d ago
      clientSays('2026-05-30T12:00Z', { sentiment_score: -0.71 }), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        client_sentiment: { value: 0.35 * -0.71 + 0.65 * 0 - 0, status: 'warn' },
      },
      facts: { ...CALM.facts },
      scores: {
        // of 100: sentiment 3 * 0.2485 * 100
        project_health: { value: 100 - 0.08 * 3 * 0.2485 * 100, band: 'low' }, // 94.036
        risk: { value: 0.02 * 3 * 0.2485 * 100, band: 'low' }, // 1.491
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (-0.2485 + 1) * 50 + 0.15 * 94.036,
          band: 'medium',
        }, // 62.8629
        upsell_likelihood: {
          value: 0.4 * 62.8629 + 0.35 * 0 + 0.25 * (0.6 * (100 - 1.491) + 0.4 * 94.036),
          band: 'medium',
        }, // 49.32511
      },
      forecasts: {
        // norms: sentiment (0.2485 / 0.4), risk 0.01491
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.01491), // 0.00201285
          p14: 0.00201285 + 0.12 * (1 - 0.00201285), // 0.121771308
          p30: 0.121771308 + 0.18 * (1 - 0.121771308), // 0.27985247256
          expected_time_to_risk_days: (1 - 0.27985247256) * 40 + 2, // 30.8059010976
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.01491), // 0.002795625
          p14: 0.002795625 + 0.12 * (1 - 0.002795625), // 0.12246015
          p30: 0.12246015 + 0.18 * (1 - 0.12246015), // 0.280417323
          expected_time_to_risk_days: (1 - 0.280417323) * 40 + 2, // 30.78330708
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.24 * (0.2485 / 0.4) + 0.2 * 0.01491), // 0.1140615
          p14: 0.1140615 + 0.12 * (1 - 0.1140615), // 0.22037412
          p30: 0.22037412 + 0.18 * (1 - 0.22037412), // 0.3607067784
          expected_time_to_risk_days: (1 - 0.3607067784) * 40 + 2, // 27.571728864
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['sentiment', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.01491), // 0.0022365
          p14: 0.0022365 + 0.12 * (1 - 0.0022365), // 0.12196812
          p30: 0.12196812 + 0.18 * (1 - 0.12196812), // 0.2800138584
          expected_time_to_risk_days: (1 - 0.2800138584) * 40 + 2, // 30.799445664
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'sentiment: just raising the forecast',
    now: NOW,
    events: [
      clientSays('2026-05-28T12:00Z', { sentiment_score: 0 }), // 3 d ago
      clientSays('2026-05-30T12:00Z', { sentiment_score: -0.72 }), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        client_sentiment: { value: 0.35 * -0.72 + 0.65 * 0 - 0, status: 'warn' },
      },
      facts: { ...CALM.facts },
      scores: {
        // of 100: sentiment 3 * 0.252 * 100
        project_health: { value: 100 - 0.08 * 3 * 0.252 * 100, band: 'low' }, // 93.952
        risk: { value: 0.02 * 3 * 0.252 * 100, band: 'low' }, // 1.512
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (-0.252 + 1) * 50 + 0.15 * 93.952,
          band: 'medium',
        }, // 62.8328
        upsell_likelihood: {
          value: 0.4 * 62.8328 + 0.35 * 0 + 0.25 * (0.6 * (100 - 1.512) + 0.4 * 93.952),
          band: 'medium',
        }, // 49.30152
      },
      forecasts: {
        // norms: sentiment (0.252 / 0.4), risk 0.01512
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.01512), // 0.0020412
          p14: 0.0020412 + 0.12 * (1 - 0.0020412), // 0.121796256
          p30: 0.121796256 + 0.18 * (1 - 0.121796256), // 0.27987292992
          expected_time_to_risk_days: (1 - 0.27987292992) * 40 + 2, // 30.8050828032
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.01512), // 0.002835
          p14: 0.002835 + 0.12 * (1 - 0.002835), // 0.1224948
          p30: 0.1224948 + 0.18 * (1 - 0.1224948), // 0.280445736
          expected_time_to_risk_days: (1 - 0.280445736) * 40 + 2, // 30.78217056
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          // 0.24 * (0.252 / 0.4) + 0.2 * 0.01512 = 0.154224, raised: trend of -0.25 or below
          p7: 0.75 * 0.55, // 0.4125
          p14: 0.4125 + 0.12 * (1 - 0.4125), // 0.483
          p30: 0.483 + 0.18 * (1 - 0.483), // 0.57606
          expected_time_to_risk_days: (1 - 0.57606) * 40 + 2, // 18.9576
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['sentiment', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.01512), // 0.002268
          p14: 0.002268 + 0.12 * (1 - 0.002268), // 0.12199584
          p30: 0.12199584 + 0.18 * (1 - 0.12199584), // 0.2800365888
          expected_time_to_risk_days: (1 - 0.2800365888) * 40 + 2, // 30.798536448
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
];
