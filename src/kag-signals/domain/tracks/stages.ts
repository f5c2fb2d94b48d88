import type { EvidenceRef } from '../../../kag-events/index.js';
import { type DomainEvent, textOf, timeOf } from '../domain-event.js';
import type { Track } from './track.js';

export interface Stages {
  /** Whether any stage was ever seen. */
  told: boolean;
  /** Active stages by their id. */
  active: Record<string, { at: number; due_at: number | null; name: string | null; refs: readonly EvidenceRef[] }>;
}

export const stages: Track<Stages> = {
  start: () => ({ told: false, active: {} }),
  fold(memory, event) {
    const stage = textOf(event, 'stage_id');
    if (stage === null) return;
    memory.told = true;
    if (event.type === 'stage_completed') delete memory.active[stage];
    if (event.type === 'stage_started') begin(memory, stage, event);
  },
};

/** A stage that is due by the time another one begins is over: not everybody closes theirs. */
function begin(memory: Stages, stage: string, event: DomainEvent): void {
  for (const [id, { due_at }] of Object.entries(memory.active))
    if (id !== stage && due_at !== null && due_at <= event.at) delete memory.active[id];
  memory.active[stage] = {
    at: event.at,
    due_at: timeOf(event, 'due_at'),
    name: textOf(event, 'stage_name'),
    refs: event.evidence,
  };
}
