import { decimal } from '../../common/counted.js';
import type { Locale } from '../../common/locale.js';
import { CONTEXT_NAMES, REASON_TEXTS, type ReasonCode } from './reason-texts.js';
import type { CaseContext } from './context.js';
import type { Signature } from './signature.js';
import { CHANGE_KEYS, LEVEL_KEYS, type LevelKey, type Vector } from './vector.js';

export interface SimilarityReason {
  code: ReasonCode;
  text: string;
}

/** From where on a level is raised and a change is one, and how far apart two may lie to be called alike. */
const RAISED = 0.2;
/** Levels that are spoken of later: a margin of 35 % is sound, and its level is this. */
export const RAISED_LATER: Readonly<Partial<Record<LevelKey, number>>> = { margin: 0.42 };
const ALIKE = 0.2;
const MAX_FEATURES = 3;
const MAX_PATTERNS = 5;

/**
 * Why two windows are similar: what is raised in both or changed in both alike (the strongest first), event patterns,
 * and equal circumstances. At least one reason.
 */
export function whySimilar(a: Signature, b: Signature, locale: Locale): SimilarityReason[] {
  const reason = (code: ReasonCode, values: Record<string, number | string> = {}): SimilarityReason => ({
    code,
    text: REASON_TEXTS[locale][code].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')),
  });
  const shared = sharedPairs(a, b).length;
  const either = new Set([...a.pairs, ...b.pairs]).size;
  const names: Record<keyof CaseContext, Readonly<Record<string, string>>> = CONTEXT_NAMES[locale];
  const alike = (['budget_band', 'project_type', 'deal_stage'] as const).filter(
    (key) => a.context[key] !== null && a.context[key] === b.context[key],
  );
  const reasons = [
    ...featureReasons(a.vector, b.vector).map((code) => reason(code)),
    ...(shared > 0 ? [reason('event_patterns', { shared, either })] : []),
    ...alike.map((key) => reason(key, { value: names[key][a.context[key] ?? ''] ?? '' })),
  ];
  if (reasons.length > 0) return reasons;
  const distance = Math.hypot(...a.vector.map((x, i) => (x ?? 0) - (b.vector[i] ?? 0)));
  return [reason('nearest', { distance: decimal(locale, Number(distance.toFixed(2))) })];
}

/** Up to five pairs that both have, the rarest among all windows first: what everybody has tells least. */
export function keySharedPatterns(a: Signature, b: Signature, windowsWith: (pair: string) => number): string[] {
  return sharedPairs(a, b)
    .sort((one, other) => windowsWith(one) - windowsWith(other) || (one < other ? -1 : 1))
    .slice(0, MAX_PATTERNS);
}

function sharedPairs(a: Signature, b: Signature): string[] {
  const ofB = new Set(b.pairs);
  return a.pairs.filter((pair) => ofB.has(pair));
}

function featureReasons(a: Vector, b: Vector): ReasonCode[] {
  const both = (at: number) => [a[at] ?? 0, b[at] ?? 0] as const;
  const levels = LEVEL_KEYS.map((code, at) => ({
    code,
    strength: Math.min(...both(at)),
    gap: gap(both(at)),
    least: raisedFrom(code),
  }));
  const changes = CHANGE_KEYS.map((key, i) => {
    const pair = both(LEVEL_KEYS.length + i);
    const up = pair[0] > 0;
    const strength = up === pair[1] > 0 ? Math.min(...pair.map(Math.abs)) : 0;
    return { code: `${key}_${up ? 'up' : 'down'}` as const, strength, gap: gap(pair), least: RAISED };
  });
  const found = [...levels, ...changes]
    .filter(({ strength, gap, least }) => strength >= least && gap <= ALIKE)
    .sort((one, other) => other.strength - one.strength)
    .slice(0, MAX_FEATURES)
    .map(({ code }) => code);
  const calm = LEVEL_KEYS.every((key, at) => key === 'busy' || Math.max(...both(at)) < raisedFrom(key));
  return calm ? [...found, 'calm'] : found;
}

const raisedFrom = (key: LevelKey): number => RAISED_LATER[key] ?? RAISED;

const gap = ([one, other]: readonly [number, number]): number => Math.abs(one - other);
