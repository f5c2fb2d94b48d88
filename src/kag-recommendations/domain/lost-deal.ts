import { saysEnding } from '../../common/ending-words.js';
import type { EvidenceRef } from '../../kag-events/index.js';

/** For so many days a lost deal is worth a talk about coming back. */
export const LOST_DAYS = 30;

/** A stage that a deal came to. */
export interface DealMove {
  deal_id: string;
  deal_name: string | null;
  to: string;
  /** `YYYY-MM-DD`. */
  on: string;
  evidence_refs: readonly EvidenceRef[];
}

/** A deal that is lost, churned or frozen. */
export type LostDeal = Pick<DealMove, 'deal_name' | 'on' | 'evidence_refs'> & { stage: string };

/**
 * The deal that was lost last; one that has moved on since is not lost.
 * @param moves the newest first
 */
export function lostDealOf(moves: readonly DealMove[]): LostDeal | null {
  const seen = new Set<string>();
  for (const { deal_id, deal_name, to, on, evidence_refs } of moves) {
    if (!seen.has(deal_id) && saysEnding(to)) return { deal_name, stage: to, on, evidence_refs };
    seen.add(deal_id);
  }
  return null;
}
