/** Condition in SQL: a recommendation that people are shown, and have not put away. */
export const OPEN = `episode_ended_at IS NULL AND status IN ('new', 'acknowledged') AND evidence_gate_status = 'shown'`;
