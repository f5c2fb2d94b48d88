import { latestRefs } from '../evidence.js';
import { within } from '../periods.js';
import { RESPONSE_DAYS } from '../tracks/responses.js';
import { type ReadSignal, unknown } from './read.js';

/**
 * Median of the working minutes that the client's questions waited for the team's answer in the last 28 days. One
 * question that was forgotten over a holiday moves a mean, and tells little of how the team answers.
 */
export const responseTimeMedian: ReadSignal = ({ responses }, { now, time }) => {
  const samples = responses.samples.filter(({ at }) => within(at, now, RESPONSE_DAYS));
  if (samples.length === 0) return unknown({ answers: 0 });
  return {
    value: median(samples.map(({ asked_at, at }) => time.minutesBetween(asked_at, at))),
    details: { answers: samples.length },
    evidence_refs: latestRefs(samples),
  };
};

/** The middle value; of an even number the mean of the two in the middle. */
function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
