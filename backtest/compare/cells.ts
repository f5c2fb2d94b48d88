import { RISK_TYPES, type RiskType } from '../../src/kag-forecast/domain/risks.js';
import type { Judged } from '../judge/judged.js';

export const HORIZONS = [7, 14, 30] as const;
/** What is held against each other, the one that is hard to beat first. */
export const FORECASTERS = ['base-rate', 'rules-v2', 'hazard-v1'] as const;
export type Forecaster = (typeof FORECASTERS)[number];

/**
 * What a forecast is held against. `trouble`: real trouble is there on one of the next days, asked on days on which the
 * product does not see it yet. `onset`: the product comes to see it, on days on which it was not there. `begins`: real
 * trouble begins, on days on which it really is not there, seen or not. `all days`: as `trouble`, asked on all days.
 */
export const TARGETS = ['trouble', 'onset', 'begins', 'all days'] as const;
export type Target = (typeof TARGETS)[number];

/** A forecast day: what each forecaster said, and what came. */
export interface Row {
  group: string;
  came: boolean;
  /** In the order of FORECASTERS. */
  said: readonly number[];
}

/** All rows of a target, a risk and a horizon. */
export interface Cell {
  target: Target;
  risk: RiskType;
  horizon: (typeof HORIZONS)[number];
  rows: Row[];
}

export const emptyCells = (): Cell[] =>
  TARGETS.flatMap((target) =>
    RISK_TYPES.flatMap((risk) => HORIZONS.map((horizon) => ({ target, risk, horizon, rows: [] }))),
  );

/** Cells of several worlds, put together. */
export const pooled = (worlds: readonly (readonly Cell[])[]): Cell[] =>
  emptyCells().map((cell, at) => ({ ...cell, rows: worlds.flatMap((cells) => cells[at]?.rows ?? []) }));

/** What one of them said of a cell's days. */
export function judgedOf({ rows }: Cell, forecaster: Forecaster): Judged[] {
  const at = FORECASTERS.indexOf(forecaster);
  return rows.map(({ group, came, said }) => ({ group, came, p: said[at] ?? NaN }));
}
