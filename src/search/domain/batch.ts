import { estimateTokens } from './tokens.js';

export interface BatchLimits {
  count: number;
  /** Sum of the estimated tokens of a batch; a text above it travels alone. */
  tokens: number;
}

/** Positions of the texts, in order, grouped so that each group stays within both limits. */
export function batchTexts(texts: readonly string[], limits: BatchLimits): number[][] {
  const batches: number[][] = [];
  let batch: number[] = [];
  let sum = 0;
  texts.forEach((text, position) => {
    const tokens = estimateTokens(text);
    if (batch.length > 0 && (batch.length >= limits.count || sum + tokens > limits.tokens)) {
      batches.push(batch);
      batch = [];
      sum = 0;
    }
    batch.push(position);
    sum += tokens;
  });
  if (batch.length > 0) batches.push(batch);
  return batches;
}
