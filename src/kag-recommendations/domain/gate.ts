import type { EvidenceRef } from '../../kag-events/index.js';

/** What a recommendation needs to be shown (RECOMMENDATIONS_EVIDENCE_*). */
export interface GateSettings {
  min_count: number;
  min_quality: number;
  allow_secondary_only: boolean;
}

export type GateCause = 'too_few_refs' | 'no_primary' | 'low_quality';

export interface Gated {
  /** 0 to 1. */
  quality: number;
  /** Why it is hidden; null: it is shown. */
  cause: GateCause | null;
}

/** Kinds of source beyond which more say no more. */
const FULL_KINDS = 3;

/**
 * Whether evidence is enough to show what rests on it: quality is half by number (full at twice the least),
 * .35 by kinds of source (full at three), and .15 for any that is a source itself and not a chunk of text.
 */
export function gate(refs: readonly EvidenceRef[], settings: GateSettings): Gated {
  const kinds = new Set(refs.map(kindOf));
  const primary = [...kinds].some((kind) => kind !== 'rag');
  const byCount = settings.min_count === 0 ? 1 : Math.min(1, refs.length / (2 * settings.min_count));
  const quality = 0.5 * byCount + 0.35 * Math.min(1, kinds.size / FULL_KINDS) + 0.15 * (primary ? 1 : 0);
  const cause = (): GateCause | null => {
    if (refs.length < settings.min_count) return 'too_few_refs';
    if (!primary && !settings.allow_secondary_only) return 'no_primary';
    return quality < settings.min_quality ? 'low_quality' : null;
  };
  return { quality, cause: cause() };
}

function kindOf(ref: EvidenceRef): 'message' | 'linear' | 'github' | 'attio' | 'doc' | 'rag' {
  if (ref.message_id !== undefined || ref.source_table.startsWith('cw_')) return 'message';
  if (ref.linear_issue_id !== undefined || ref.source_table.startsWith('linear_')) return 'linear';
  if (ref.source_table.startsWith('github_')) return 'github';
  if (ref.attio_record_id !== undefined || ref.source_table.startsWith('attio_')) return 'attio';
  if (ref.rag_chunk_id !== undefined || ref.source_table === 'rag_chunks') return 'rag';
  return 'doc';
}
