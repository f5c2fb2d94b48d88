import Table from 'cli-table3';
import { type CellScores, type Summary } from '../compare/summary.js';
import type { Target } from '../compare/cells.js';
import type { Goal } from './goals.js';

export const GOAL_HEAD = ['', 'base rate', 'rules-v2', 'hazard-v1', 'wanted', 'met'];
export const CELL_HEAD = [
  'risk',
  'days',
  'forecaster',
  'n',
  'said',
  'came',
  'Brier',
  'skill',
  'log loss',
  'AUC',
  'ECE',
];

/** Whether it is met: a word where something is wanted. */
export const goalRow = ({ what, base, rules, model, wanted, met }: Goal): string[] => [
  what,
  base,
  rules,
  model,
  wanted,
  wanted === '' ? '' : met ? 'yes' : 'NO',
];

export const cellRows = ({ scores }: Summary, target: Target): string[][] =>
  scores.filter((one) => one.target === target).map(cellRow);

const cellRow = (one: CellScores): string[] => [
  one.risk,
  String(one.horizon),
  one.forecaster,
  String(one.days),
  one.said.toFixed(3),
  one.came.toFixed(3),
  one.brier.toFixed(4),
  one.forecaster === 'base-rate' ? '' : skillText(one),
  one.log_loss.toFixed(3),
  one.auc.toFixed(2),
  one.ece.toFixed(3),
];

const skillText = ({ skill: { value, low, high } }: CellScores): string =>
  `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;

export const KIND_HEAD = ['kind of trouble', 'troubles', 'found in time', 'found before it is over'];

/** Of each kind of trouble how many were found by advice about their risk. */
export const kindRows = ({ advice }: Summary): string[][] =>
  advice.by_kind.map(({ kind, troubles, in_time, found }) => [
    kind,
    String(troubles),
    `${((100 * in_time) / troubles).toFixed(0)} %`,
    `${((100 * found) / troubles).toFixed(0)} %`,
  ]);

/** A table for a terminal. */
export function terminalTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}
