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
  const primary = refs.some((ref) => !isChunk(ref));
  const byCount = settings.min_count === 0 ? 1 : Math.min(1, refs.length / (2 * settings.min_count));
  const quality = 0.5 * byCount + 0.35 * Math.min(1, kinds.size / FULL_KINDS) + 0.15 * (primary ? 1 : 0);
  const cause = (): GateCause | null => {
    if (refs.length < settings.min_count) return 'too_few_refs';
    if (!primary && !settings.allow_secondary_only) return 'no_primary';
    return quality < settings.min_quality ? 'low_quality' : null;
  };
  return { quality, cause: cause() };
}

/** The vendor, which its tables' names begin with; a document is of none. */
const kindOf = (ref: EvidenceRef): string => /^[a-z]+(?=_)/.exec(ref.source_table)?.[0] ?? 'document';

/** Whether it is a text that was cut from a source, and not one itself. */
const isChunk = ({ source_table, message_id, linear_issue_id, attio_record_id }: EvidenceRef): boolean =>
  source_table === 'rag_chunks' && (message_id ?? linear_issue_id ?? attio_record_id) === undefined;
