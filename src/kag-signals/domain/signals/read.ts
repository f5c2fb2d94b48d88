import type { WorkingTime } from '../../../common/working-time/working-time.js';
import type { Signal } from '../signal.js';
import type { State } from '../state.js';

/** A signal's value at a moment, in the contract's unit; nothing of a later time is in the state. */
export type ReadSignal = (state: State, now: number, time: WorkingTime) => Omit<Signal, 'status'>;

export const isoOf = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());
