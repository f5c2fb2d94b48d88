import { workingTimeOf } from '../../src/common/working-time/working-time.js';
import type { Reading } from '../../src/kag-signals/domain/reading.js';
import { readState } from '../../src/kag-signals/domain/read-state.js';
import type { ScopeActivity } from '../../src/kag-signals/domain/scope-activity.js';
import { fold, startState } from '../../src/kag-signals/domain/state.js';
import { endOf, OFFICE } from '../worlds/calendar.js';
import type { WorldProject } from '../worlds/world.js';

/** A project as the product sees it, brought forward from day to day. */
export class ReplayedProject {
  private readonly state = startState();
  private next = 0;

  constructor(readonly project: WorldProject) {}

  /** Takes the day's events in, and reads the project at its end, beside what the others did. */
  step(day: number, others: ScopeActivity): Reading {
    const now = endOf(day);
    const { events, id } = this.project;
    for (let event = events[this.next]; event && event.at <= now; event = events[++this.next]) fold(this.state, event);
    return withoutEvidence(readState(id, this.state, now, workingTimeOf(OFFICE), others));
  }
}

/** All readings of a world are kept, and what they rest on is most of their bulk. */
function withoutEvidence({ signals, scores, facts, ...reading }: Reading): Reading {
  const bare = <T extends object>(all: T): T =>
    Object.fromEntries(Object.entries(all).map(([key, one]) => [key, { ...one, evidence_refs: [] }])) as T;
  return { ...reading, signals: bare(signals), scores: bare(scores), facts: { ...facts, needs_evidence: [] } };
}
