import { firstRefs } from '../../common/source-row.js';
import type { EvidenceRef } from '../../kag-events/index.js';
import type { Assessed } from './causes/assess.js';
import { causeOf } from './causes/catalogue.js';
import type { CauseKey } from './causes/cause.js';
import type { Background, KnownProject } from './situation-of.js';

const MAX_REFS = 30;
const MAX_LINKS = 10;

/** Where a piece of evidence can be seen, and when what it shows happened. */
export interface EvidenceLink {
  url: string;
  occurred_at: string | null;
}

/**
 * What a recommendation rests on: the evidence of its causes, of what holds most first, each piece once. Signals that
 * speak of none of them are left out.
 */
export function evidenceOf({ holding }: Assessed, known: KnownProject, background: Background): EvidenceRef[] {
  return firstRefs(
    holding.flatMap(({ cause }) => refsOf(cause, known, background)),
    MAX_REFS,
  );
}

function refsOf(key: CauseKey, { reading }: KnownProject, { lost }: Background): readonly EvidenceRef[] {
  if (key === 'deal_lost') return lost?.evidence_refs ?? [];
  if (key === 'needs_voiced') return reading.facts.needs_evidence;
  return causeOf(key).signals.flatMap((signal) => reading.signals[signal].evidence_refs);
}

/** Of the evidence, each once, 10 at most. */
export function linksOf(refs: readonly EvidenceRef[]): EvidenceLink[] {
  const links = new Map<string, EvidenceLink>();
  for (const { url, occurred_at } of refs)
    if (url !== undefined && !links.has(url)) links.set(url, { url, occurred_at: occurred_at ?? null });
  return [...links.values()].slice(0, MAX_LINKS);
}
