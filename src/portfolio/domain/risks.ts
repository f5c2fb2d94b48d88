import type { ForecastStatus, RiskType } from '../../kag-forecast/index.js';

interface RiskChance {
  risk_type: RiskType;
  status: ForecastStatus;
  p14: number | null;
  usual: number;
}

const percent = (share: number) => Math.round(100 * share);

export const isThere = ({ status }: Pick<RiskChance, 'status'>): boolean => status === 'already';

/** Whether it is likelier than usual, by whole percents: what reads as the same is the same. */
export const isAboveUsual = ({ status, p14, usual }: Omit<RiskChance, 'risk_type'>): boolean =>
  status === 'ok' && p14 !== null && percent(p14) > percent(usual);

/**
 * The risk to tell first: one that is there, else the likeliest of those that are likelier than usual, else the
 * likeliest. Null where nothing is known of any.
 */
export function likeliestOf<T extends RiskChance>(risks: readonly T[]): T | null {
  const known = risks.filter((risk) => isThere(risk) || (risk.status === 'ok' && risk.p14 !== null));
  return known.reduce<T | null>((best, risk) => (best === null || isBefore(risk, best) ? risk : best), null);
}

function isBefore(a: RiskChance, b: RiskChance): boolean {
  const [rankA, rankB] = [rankOf(a), rankOf(b)];
  return rankA === rankB ? (a.p14 ?? 0) > (b.p14 ?? 0) : rankA > rankB;
}

const rankOf = (risk: RiskChance): number => (isThere(risk) ? 2 : isAboveUsual(risk) ? 1 : 0);
