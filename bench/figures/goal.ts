import { valueOf, type Statistic, type Statistics } from './statistics.js';

/** What a figure has to reach. */
export interface Goal {
  /** `most`: no more than the limit is good; `least`: no less. */
  bound: 'most' | 'least';
  limit: number;
  /** The statistic of the samples that is held to the limit. */
  by: Statistic;
  /** `floor`: the limit is a multiple of the same statistic of the floor; `unit`: it is in the figure's own unit. */
  of: 'unit' | 'floor';
  /** Counts and shares hold on any machine and at any size: quick runs are held to them too, and to no other goal. */
  anywhere: boolean;
}

/** A goal and what became of it. */
export interface Judgement {
  /** Such as `p95 ≤ 1.5 × floor`. */
  goal: string;
  anywhere: boolean;
  met: boolean;
}

export const atMost = (limit: number, by: Statistic): Goal => goal('most', limit, by, 'unit');
export const atLeast = (limit: number, by: Statistic): Goal => goal('least', limit, by, 'unit');
export const atMostTimes = (limit: number, by: Statistic): Goal => goal('most', limit, by, 'floor');
export const atLeastTimes = (limit: number, by: Statistic): Goal => goal('least', limit, by, 'floor');

/** The same goal, on any machine and at any size. */
export const anywhere = (one: Goal): Goal => ({ ...one, anywhere: true });

const goal = (bound: Goal['bound'], limit: number, by: Statistic, of: Goal['of']): Goal => ({
  bound,
  limit,
  by,
  of,
  anywhere: false,
});

/** @throws Error for a multiple of a floor that is not there or is 0 */
export function judge(one: Goal, unit: string, measured: Statistics, floor: Statistics | null): Judgement {
  const value = one.of === 'floor' ? ratioOf(measured, floor, one.by) : valueOf(measured, one.by);
  if (value === null) throw new Error('a goal is a multiple of a floor that was not measured');
  const met = one.bound === 'most' ? value <= one.limit : value >= one.limit;
  return { goal: textOf(one, unit), anywhere: one.anywhere, met };
}

/**
 * How often the floor goes into the figure; null without a floor.
 * @throws Error for a floor of 0
 */
export function ratioOf(measured: Statistics, floor: Statistics | null, by: Statistic): number | null {
  if (floor === null) return null;
  const under = valueOf(floor, by);
  if (under === 0) throw new Error('a floor of 0 has no multiples');
  return valueOf(measured, by) / under;
}

function textOf({ bound, limit, by, of }: Goal, unit: string): string {
  const sign = bound === 'most' ? '≤' : '≥';
  const what = of === 'floor' ? '× floor' : unit;
  return [by, sign, limit.toLocaleString('en-US'), what].filter(Boolean).join(' ');
}
