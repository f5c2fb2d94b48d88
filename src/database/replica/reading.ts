import { AsyncLocalStorage } from 'node:async_hooks';

/** Work that only reads, and that a standby of the database may answer. */
export class Reading {
  /** Once a statement was answered by the primary, the others are too: what is read never goes back in time. */
  atPrimary = false;

  /** `after`: the position of a change that has to be seen, in bytes of the primary's log; null: of none. */
  constructor(readonly after: bigint | null) {}
}

const readings = new AsyncLocalStorage<Reading | null>();

/**
 * Does work that only reads: by a standby, where there is one that may answer.
 * @param after the position of the last change that must be seen, in bytes of the primary's log; null: of none
 */
export function fromReplica<T>(after: bigint | null, work: () => T): T {
  return readings.run(new Reading(after), work);
}

/** Does work that is about the primary itself, or whose result decides about a change. */
export function fromPrimary<T>(work: () => T): T {
  return readings.run(null, work);
}

/** The reading that is under way; null: what is under way belongs to the primary. */
export function currentReading(): Reading | null {
  return readings.getStore() ?? null;
}
