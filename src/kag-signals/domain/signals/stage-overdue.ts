import { latestRefs } from '../evidence.js';
import { inTimeOrder } from '../tracks/track.js';
import { isoOf, type ReadSignal, unknown } from './read.js';

/** Working days by which the most overdue of the active stages is past its due date; 0 when none is. */
export const stageOverdue: ReadSignal = ({ stages }, { now, time }) => {
  if (!stages.told) return unknown();
  const active = inTimeOrder(stages.active);
  const overdue = active.filter(({ due_at }) => due_at !== null && due_at < now);
  const [worst] = [...overdue].sort((a, b) => (a.due_at ?? 0) - (b.due_at ?? 0));
  return {
    value: worst ? time.daysBetween(worst.due_at ?? now, now) : 0,
    details: {
      active_stages: active.length,
      overdue_stages: overdue.length,
      stage_name: worst?.name ?? null,
      due_at: isoOf(worst?.due_at ?? null),
    },
    evidence_refs: latestRefs(overdue.length > 0 ? overdue : active),
  };
};
