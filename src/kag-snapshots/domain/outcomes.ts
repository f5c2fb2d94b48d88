import { firstRefs } from '../../common/source-row.js';
import { dayOf } from '../../common/day.js';
import { saysEnding } from '../../common/ending-words.js';
import type { EvidenceRef } from '../../kag-events/index.js';
import type { Reading } from '../../kag-signals/index.js';
import { measuresOf, signalOf, type DayMeasureKey } from './day-measures.js';
import { byRank } from './evidence.js';
import { conditionOf, SEVERITIES, type ReachedLimit } from './onsets/conditions.js';
import { OUTCOME_TYPES, type OutcomeType } from './outcome-types.js';

/** Why an outcome holds: a measure that reached its limit, or the stage that a deal came to (without a limit). */
export interface OutcomeReason {
  key: DayMeasureKey | 'deal_stage_changed';
  value: number | string;
  limit: number | null;
}

/** A deal that came to another stage. */
export interface StageChange {
  to: string;
  evidence_refs: EvidenceRef[];
}

export interface Outcome {
  outcome_type: OutcomeType;
  /** One of `SEVERITIES`. */
  severity: number;
  reason: OutcomeReason[];
  /** Of all that is in `reason`, as many as a signal has. */
  evidence_refs: EvidenceRef[];
}

export const MAX_EVIDENCE = 20;

/** The risk that a deal which is lost, frozen or left is a sign of. */
export const ENDING_RISK: OutcomeType = 'client_risk';

/**
 * What went wrong by a day's reading, by the conditions of onsets, and by the stages that deals came to on that day.
 */
export function outcomesOf({ as_of, signals }: Reading, changes: readonly StageChange[]): Outcome[] {
  const measures = measuresOf(dayOf(as_of), signals);
  return OUTCOME_TYPES.flatMap((type) => {
    const condition = conditionOf(type, measures);
    const endings = type === ENDING_RISK ? changes.filter(({ to }) => saysEnding(to)) : [];
    if (!condition.holds && endings.length === 0) return [];
    const names = new Set(condition.because.map(({ measure }) => signalOf(measure)));
    const lists = [
      ...[...names].map((name) => signals[name].evidence_refs),
      ...endings.map((one) => one.evidence_refs),
    ];
    return {
      outcome_type: type,
      severity: condition.holds ? condition.severity : SEVERITIES.serious,
      reason: [...condition.because.map(reasonOf), ...endings.map(endingReason)],
      evidence_refs: firstRefs(byRank(lists), MAX_EVIDENCE),
    };
  });
}

const reasonOf = ({ measure, value, limit }: ReachedLimit): OutcomeReason => ({ key: measure, value, limit });

const endingReason = ({ to }: StageChange): OutcomeReason => ({ key: 'deal_stage_changed', value: to, limit: null });
