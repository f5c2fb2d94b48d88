import type { EvidenceRef } from '../../../kag-events/index.js';
import { textOf, timeOf } from '../domain-event.js';
import type { Track } from './track.js';

/** Active stages by their id. */
export type Stages = Record<
  string,
  { at: number; due_at: number | null; name: string | null; refs: readonly EvidenceRef[] }
>;

export const stages: Track<Stages> = {
  start: () => ({}),
  fold(memory, event) {
    const stage = textOf(event, 'stage_id');
    if (stage === null) return;
    if (event.type === 'stage_completed') delete memory[stage];
    if (event.type !== 'stage_started') return;
    memory[stage] = {
      at: event.at,
      due_at: timeOf(event, 'due_at'),
      name: textOf(event, 'stage_name'),
      refs: event.evidence,
    };
  },
};
