import type { SignalKey } from '../../src/kag-signals/index.js';
import type { Category, RiskType } from './types.js';

type Chances = { p7: number; p14: number; p30: number };

/** What the rules look at, and which recommendations follow, before any gate. */
export interface GoldenRule {
  name: string;
  /** Signals that are not named are 0. */
  signals?: Partial<Record<SignalKey, number>>;
  /** The score upsell_likelihood; 0 if not named. */
  upsell?: number;
  /** The forecasts that are publishable; there is none of the risks that are not named. */
  forecasts: Partial<Record<RiskType, Chances>>;
  /** Whether a similar case had an outcome of client_risk with evidence. */
  clients_left?: boolean;
  expected: [Category, 4 | 5][];
}

const UNLIKELY: Chances = { p7: 0, p14: 0.12, p30: 0.2784 };
const ALL_UNLIKELY = {
  delivery_risk: UNLIKELY,
  finance_risk: UNLIKELY,
  client_risk: UNLIKELY,
  scope_risk: UNLIKELY,
};

/** Each condition at its edge and just short of it. */
export const RULES: GoldenRule[] = [
  { name: 'nothing', forecasts: ALL_UNLIKELY, expected: [] },

  {
    name: 'waiting for 2 days',
    signals: { waiting_on_client_days: 2 },
    forecasts: ALL_UNLIKELY,
    expected: [['waiting_on_client', 4]],
  },
  { name: 'waiting for less', signals: { waiting_on_client_days: 1.999 }, forecasts: ALL_UNLIKELY, expected: [] },
  {
    name: 'client_risk 0.45 in 7 days',
    forecasts: { client_risk: { p7: 0.45, p14: 0.516, p30: 0.60312 } },
    expected: [['waiting_on_client', 4]],
  },
  {
    name: 'client_risk less than 0.45 in 7 days',
    forecasts: { client_risk: { p7: 0.449, p14: 0.515, p30: 0.602 } },
    expected: [],
  },
  {
    name: 'client_risk 0.65 in 7 days is not yet the highest priority',
    forecasts: { client_risk: { p7: 0.65, p14: 0.692, p30: 0.74744 } },
    expected: [['waiting_on_client', 4]],
  },
  {
    name: 'client_risk above 0.65 in 7 days is',
    forecasts: { client_risk: { p7: 0.651, p14: 0.693, p30: 0.748 } },
    expected: [['waiting_on_client', 5]],
  },
  {
    name: 'waiting for 6 days, with nothing to show for it',
    signals: { waiting_on_client_days: 6 },
    forecasts: { delivery_risk: UNLIKELY, finance_risk: UNLIKELY, scope_risk: UNLIKELY },
    expected: [],
  },

  {
    name: 'one wish in five messages',
    signals: { scope_creep_rate: 0.2 },
    forecasts: ALL_UNLIKELY,
    expected: [['scope_creep_change_request', 4]],
  },
  { name: 'fewer wishes', signals: { scope_creep_rate: 0.199 }, forecasts: ALL_UNLIKELY, expected: [] },
  {
    name: 'scope_risk 0.5 in 14 days',
    forecasts: { scope_risk: { p7: 0.43, p14: 0.5, p30: 0.59 } },
    expected: [['scope_creep_change_request', 4]],
  },
  {
    name: 'scope_risk less than 0.5 in 14 days',
    forecasts: { scope_risk: { p7: 0.43, p14: 0.499, p30: 0.589 } },
    expected: [],
  },
  {
    name: 'scope_risk 0.6 in 7 days is not yet the highest priority',
    forecasts: { scope_risk: { p7: 0.6, p14: 0.648, p30: 0.71136 } },
    expected: [['scope_creep_change_request', 4]],
  },
  {
    name: 'scope_risk above 0.6 in 7 days is',
    forecasts: { scope_risk: { p7: 0.601, p14: 0.649, p30: 0.712 } },
    expected: [['scope_creep_change_request', 5]],
  },

  {
    name: 'delivery_risk 0.45 in 7 days',
    forecasts: { delivery_risk: { p7: 0.45, p14: 0.516, p30: 0.60312 } },
    expected: [['delivery_risk', 4]],
  },
  {
    name: 'delivery_risk less than 0.45 in 7 days',
    forecasts: { delivery_risk: { p7: 0.449, p14: 0.515, p30: 0.602 } },
    expected: [],
  },
  { name: 'blockers of 5 days', signals: { blockers_age: 5 }, forecasts: ALL_UNLIKELY, expected: [] },
  {
    name: 'blockers of more than 5 days',
    signals: { blockers_age: 5.001 },
    forecasts: ALL_UNLIKELY,
    expected: [['delivery_risk', 4]],
  },
  {
    name: 'delivery_risk less than 0.7 in 7 days is not yet the highest priority',
    forecasts: { delivery_risk: { p7: 0.699, p14: 0.735, p30: 0.783 } },
    expected: [['delivery_risk', 4]],
  },
  {
    name: 'delivery_risk 0.7 in 7 days is',
    forecasts: { delivery_risk: { p7: 0.7, p14: 0.736, p30: 0.78352 } },
    expected: [['delivery_risk', 5]],
  },

  {
    name: 'finance_risk 0.45 in 7 days',
    forecasts: { finance_risk: { p7: 0.45, p14: 0.516, p30: 0.60312 } },
    expected: [['finance_risk', 4]],
  },
  {
    name: 'finance_risk less than 0.45 in 7 days, burn less than 1.2',
    signals: { budget_burn_rate: 1.199 },
    forecasts: { finance_risk: { p7: 0.449, p14: 0.515, p30: 0.602 } },
    expected: [],
  },
  {
    name: 'burn of 1.2',
    signals: { budget_burn_rate: 1.2 },
    forecasts: ALL_UNLIKELY,
    expected: [['finance_risk', 4]],
  },
  {
    name: 'finance_risk 0.7 in 7 days has the highest priority',
    forecasts: { finance_risk: { p7: 0.7, p14: 0.736, p30: 0.78352 } },
    expected: [['finance_risk', 5]],
  },

  { name: 'upsell 65', upsell: 65, forecasts: ALL_UNLIKELY, expected: [['upsell_opportunity', 4]] },
  { name: 'upsell less than 65', upsell: 64.999, forecasts: ALL_UNLIKELY, expected: [] },
  { name: 'upsell less than 80', upsell: 79.999, forecasts: ALL_UNLIKELY, expected: [['upsell_opportunity', 4]] },
  { name: 'upsell 80', upsell: 80, forecasts: ALL_UNLIKELY, expected: [['upsell_opportunity', 5]] },
  {
    name: 'upsell 90, client_risk less than 0.75 in 30 days',
    upsell: 90,
    forecasts: { client_risk: { p7: 0.4, p14: 0.5, p30: 0.749 } },
    expected: [['upsell_opportunity', 5]],
  },
  {
    name: 'upsell 90, client_risk 0.75 in 30 days',
    upsell: 90,
    forecasts: { client_risk: { p7: 0.4, p14: 0.5, p30: 0.75 } },
    expected: [],
  },
  {
    name: 'upsell 90, with nothing to show of client_risk',
    upsell: 90,
    forecasts: { delivery_risk: UNLIKELY, finance_risk: UNLIKELY, scope_risk: UNLIKELY },
    expected: [],
  },

  {
    name: 'client_risk 0.65 in 14 days, as of clients that left',
    forecasts: { client_risk: { p7: 0.44, p14: 0.65, p30: 0.7 } },
    clients_left: true,
    expected: [['winback', 5]],
  },
  {
    name: 'client_risk 0.65 in 14 days, as of nobody that is known to have left',
    forecasts: { client_risk: { p7: 0.44, p14: 0.65, p30: 0.7 } },
    clients_left: false,
    expected: [],
  },
  {
    name: 'client_risk less than 0.65 in 14 days, as of clients that left',
    forecasts: { client_risk: { p7: 0.44, p14: 0.649, p30: 0.7 } },
    clients_left: true,
    expected: [],
  },

  {
    name: 'everything at once, in the order of the table',
    signals: { waiting_on_client_days: 6, scope_creep_rate: 1, blockers_age: 9, budget_burn_rate: 1.5 },
    upsell: 70,
    forecasts: {
      delivery_risk: { p7: 0.8, p14: 0.85, p30: 0.9 },
      finance_risk: { p7: 0.5, p14: 0.6, p30: 0.7 },
      client_risk: { p7: 0.66, p14: 0.7, p30: 0.74 },
      scope_risk: { p7: 0.7, p14: 0.8, p30: 0.9 },
    },
    clients_left: true,
    expected: [
      ['waiting_on_client', 5],
      ['scope_creep_change_request', 5],
      ['delivery_risk', 5],
      ['finance_risk', 4],
      ['upsell_opportunity', 4],
      ['winback', 5],
    ],
  },
];
