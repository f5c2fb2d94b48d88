import { firstRefs } from '../../../common/source-row.js';
import { clamp100 } from '../../../common/clamp.js';
import type { EvidenceRef } from '../../../kag-events/index.js';
import { SCORE_REFS } from '../evidence.js';
import type { Factor, Score } from '../score.js';
import { bandOf, type Bands } from './bands.js';
import type { Concern } from './components.js';

/** With less of the weight known there is no score: what is not known would be most of it. */
export const LEAST_COVERAGE = 0.5;

/** What a score may be made of, before it is known how much it weighs in it. */
export interface ScorePart {
  key: string;
  weight: number;
  /** Null: it is not known, and has no weight. */
  is: Concern | null;
}

/** A part that is known, with what it weighs in the score; below 0: it takes away. */
interface Weighed extends Concern {
  key: string;
  weight: number;
}

/**
 * A score from the parts that are known. How these weigh is for `weigh` to say; the score is `base` and what they add
 * to it. Its evidence is that of the parts that add or take most, first.
 */
export function build(
  base: number,
  parts: readonly ScorePart[],
  weigh: (known: readonly Weighed[]) => Weighed[],
  bands: Bands,
): Score {
  const known = parts.flatMap(({ key, weight, is }) => (is === null ? [] : { key, weight, ...is }));
  const coverage = weightOf(known) / weightOf(parts);
  if (coverage < LEAST_COVERAGE)
    return { known: false, value: null, band: null, coverage, factors: [], evidence_refs: [] };
  const weighed = weigh(known);
  const factors = weighed.map(({ key, value, weight }): Factor => {
    return { key, value, weight, contribution: weight * value };
  });
  const value = clamp100(factors.reduce((total, { contribution }) => total + contribution, base));
  return { known: true, value, band: bandOf(bands, value), coverage, factors, evidence_refs: refsOf(weighed) };
}

export const weightOf = (parts: readonly { weight: number }[]): number =>
  parts.reduce((sum, { weight }) => sum + weight, 0);

function refsOf(weighed: readonly Weighed[]): EvidenceRef[] {
  const weightiest = weighed
    .map(({ refs, value, weight }) => ({ refs, size: Math.abs(weight * value) }))
    .sort((a, b) => b.size - a.size);
  return firstRefs(
    weightiest.flatMap(({ refs }) => refs),
    SCORE_REFS,
  );
}
