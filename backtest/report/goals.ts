import { RISK_TYPES } from '../../src/kag-forecast/domain/risks.js';
import type { Target } from '../compare/cells.js';
import type { CellScores, Summary } from '../compare/summary.js';
import { meanOf } from '../compare/summary.js';

/** A line of what is wanted: what there is, and whether that is enough. */
export interface Goal {
  what: string;
  base: string;
  rules: string;
  model: string;
  wanted: string;
  met: boolean;
}

const number = (value: number, digits = 3): string => value.toFixed(digits);
export const percent = (value: number): string => (Number.isNaN(value) ? '–' : `${(100 * value).toFixed(1)} %`);

/** What the model is held to: that it can be believed, and says more than the base rate where there is more to say. */
export function goalsOf(summary: Summary): Goal[] {
  const mean = (of: (one: CellScores) => number, target: Target) =>
    (['base-rate', 'rules-v2', 'hazard-v1'] as const).map((one) => meanOf(summary, one, target, of));
  const row = (what: string, values: readonly (number | string)[], wanted: string, met: boolean): Goal => {
    const [base = '', rules = '', model = ''] = values.map((one) => (typeof one === 'number' ? number(one) : one));
    return { what, base, rules, model, wanted, met };
  };
  const [ece, brier, onsetBrier] = [
    mean((one) => one.ece, 'trouble'),
    mean((one) => one.brier, 'trouble'),
    mean((one) => one.brier, 'onset'),
  ];
  const beginsBrier = mean((one) => one.brier, 'begins');
  const worst = (['base-rate', 'rules-v2', 'hazard-v1'] as const).map((forecaster) =>
    Math.max(
      ...summary.scores
        .filter((one) => one.target === 'trouble' && one.forecaster === forecaster)
        .map((one) => one.ece),
    ),
  );
  const said = mean((one) => one.said, 'trouble');
  const came = meanOf(summary, 'hazard-v1', 'trouble', (one) => one.came);
  const worseIn = (wanted: Target) =>
    summary.scores.filter(
      ({ target, forecaster, skill }) => target === wanted && forecaster === 'hazard-v1' && skill.high < 0,
    ).length;
  const worse = worseIn('trouble');
  const skills = (risk: (typeof RISK_TYPES)[number]) =>
    (['base-rate', 'rules-v2', 'hazard-v1'] as const).map((one) =>
      meanOf(summary, one, 'trouble', ({ skill }) => skill.value, risk),
    );
  const [finance, delivery] = [skills('finance_risk'), skills('delivery_risk')];
  const there = Math.max(0, ...RISK_TYPES.map((risk) => summary.there['hazard-v1'][risk] || 0));
  const rulesThere = (['delivery_risk', 'finance_risk'] as const).map((risk) => summary.there['rules-v2'][risk]);
  return [
    row(`mean forecast; ${percent(came)} comes`, said.map(percent), '', true),
    row('calibration error (ECE), mean of 12 cells', ece, '≤ .05', (ece[2] ?? 1) <= 0.05),
    row('the same in its worst cell', worst, '', true),
    row('Brier against real trouble', brier, '≤ base rate', (brier[2] ?? 1) <= (brier[0] ?? 0)),
    row('cells of 12 above the base rate, beyond their interval', ['', '', String(worse)], '0', worse === 0),
    row('Brier below the base rate: finance', finance.map(percent), '≥ 15 %', (finance[2] ?? 0) >= 0.15),
    row('Brier below the base rate: delivery', delivery.map(percent), '≥ 3 %', (delivery[2] ?? 0) >= 0.03),
    row('Brier of what really begins', beginsBrier, '', true),
    row('cells of 12 above the base rate there', ['', '', String(worseIn('begins'))], '', true),
    row('Brier on onsets', onsetBrier, '≤ .125', (onsetBrier[2] ?? 1) <= 0.125),
    row(
      'alarms (p7 ≥ .45) whose trouble is there: delivery, finance',
      ['', rulesThere.map(percent).join(', '), percent(there)],
      '0',
      there === 0,
    ),
  ];
}

/** What advice is held to, as signals, onsets and hazard-v1 make it. */
export function adviceGoals({ advice }: Summary): Goal[] {
  const row = (what: string, model: string, wanted: string, met: boolean): Goal => {
    return { what, base: '', rules: '', model, wanted, met };
  };
  return [
    row('calm days with an open recommendation', percent(advice.calm_open), '≤ 20 %', advice.calm_open <= 0.2),
    row('new recommendations a project-month', number(advice.new_a_month, 1), '≤ 1.5', advice.new_a_month <= 1.5),
    row('the same category again within 7 days', percent(advice.again), '≤ 3 %', advice.again <= 0.03),
    row(
      'precision; of a random day',
      `${percent(advice.precision)}; ${percent(advice.precision_of_chance)}`,
      'above it',
      advice.precision > advice.precision_of_chance,
    ),
    row(
      'recall of troubles; of a random day',
      `${percent(advice.recall)}; ${percent(advice.recall_of_chance)}`,
      'above it',
      advice.recall > advice.recall_of_chance,
    ),
    row('days from trouble to advice, median', number(advice.lateness, 0), '', true),
    row('begun again within 14 days, of 100 project-days', number(advice.flapping, 1), '', true),
  ];
}
