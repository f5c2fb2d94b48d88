import type { WorkingTime } from '../../../common/working-time/working-time.js';
import type { ScopeActivity } from '../scope-activity.js';
import type { Signal } from '../signal.js';
import type { State } from '../state.js';

/** From where a project is looked at. */
export interface Viewpoint {
  /** The moment, epoch ms. */
  now: number;
  /** When the project's people work. */
  time: WorkingTime;
  /** How much happened meanwhile in the other projects of its account scope. */
  others: ScopeActivity;
}

/** A signal's value at a moment, in the unit of docs/contract/signals.md; nothing of a later time is in the state. */
export type ReadSignal = (state: State, look: Viewpoint) => Pick<Signal, 'value' | 'details' | 'evidence_refs'>;

/** What a signal says that has nothing to be read from. */
export const unknown = (
  details: Signal['details'] = {},
  evidence_refs: Signal['evidence_refs'] = [],
): ReturnType<ReadSignal> => ({ value: null, details, evidence_refs });

export const isoOf = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());
