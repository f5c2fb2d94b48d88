import type { ReadSignal } from './read.js';

/** By how much the client's last message moved the smoothed sentiment; 0 until there are two to compare. */
export const sentimentTrend: ReadSignal = ({ sentiment: { ewma, before, refs } }) => ({
  value: ewma === null || before === null ? 0 : ewma - before,
  details: { ewma },
  evidence_refs: refs,
});
