import type { Random } from '../random.js';
import type { Judged } from './judged.js';

/** By which share a Brier score is below another's; below 0: it is above. */
export interface Skill {
  value: number;
  /** 90 of 100 samples of projects lie between. */
  low: number;
  high: number;
}

const SAMPLES = 300;
const OUTSIDE = 0.05;

/**
 * The skill of forecasts against others of the same days, in the same order, with a bootstrap interval over projects:
 * days of one project hang together, so whole projects are drawn.
 */
export function skillOf(judged: readonly Judged[], reference: readonly Judged[], random: Random): Skill {
  if (judged.length !== reference.length) throw new Error('skill is judged on the same days');
  const groups = new Map<string, { own: number; other: number }>();
  judged.forEach(({ group, p, came }, at) => {
    const sums = groups.get(group) ?? { own: 0, other: 0 };
    const y = came ? 1 : 0;
    sums.own += (p - y) ** 2;
    sums.other += ((reference[at]?.p ?? 0) - y) ** 2;
    groups.set(group, sums);
  });
  const all = [...groups.values()];
  const samples = Array.from({ length: SAMPLES }, () =>
    skill(Array.from(all, () => all[random.whole(0, all.length - 1)] ?? { own: 0, other: 0 })),
  ).sort((a, b) => a - b);
  const at = (share: number) => samples[Math.min(SAMPLES - 1, Math.floor(share * SAMPLES))] ?? 0;
  return { value: skill(all), low: at(OUTSIDE), high: at(1 - OUTSIDE) };
}

function skill(groups: readonly { own: number; other: number }[]): number {
  const own = groups.reduce((sum, one) => sum + one.own, 0);
  const other = groups.reduce((sum, one) => sum + one.other, 0);
  return other === 0 ? (own === 0 ? 0 : -Infinity) : 1 - own / other;
}
