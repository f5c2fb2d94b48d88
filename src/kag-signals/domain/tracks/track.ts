import type { DomainEvent } from '../domain-event.js';

/**
 * What is remembered of a kind of event. A track's memory is plain JSON, so that it can be stored and gone on with;
 * `fold` changes it in place, because a first sync folds tens of thousands of events. Events come in the log's order.
 */
export interface Track<Memory> {
  start(): Memory;
  fold(memory: Memory, event: DomainEvent): void;
}

/** A memory's entries by their times; equal times by key, so that the order is the same wherever it was stored. */
export function inTimeOrder<T extends { at: number }>(memory: Readonly<Record<string, T>>): (T & { key: string })[] {
  return Object.entries(memory)
    .map(([key, entry]) => ({ key, ...entry }))
    .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}
