import { latestRefs } from '../evidence.js';
import { within } from '../periods.js';
import { RESPONSE_DAYS } from '../tracks/responses.js';
import type { ReadSignal } from './read.js';

/** Mean minutes that a client waited for the team's answer in the last 35 days; 0 without any. */
export const responseTimeAvg: ReadSignal = ({ responses }, now) => {
  const samples = responses.samples.filter(({ at }) => within(at, now, RESPONSE_DAYS));
  const sum = samples.reduce((total, { minutes }) => total + minutes, 0);
  return {
    value: samples.length === 0 ? 0 : sum / samples.length,
    details: { answers: samples.length },
    evidence_refs: latestRefs(samples),
  };
};
