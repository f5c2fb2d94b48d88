import type { DigestSubscription } from './subscription.entity.js';

/** A subscription as people see it: without its address and its secret. */
export function shownSubscription(row: DigestSubscription) {
  const { sealed: _sealed, starts_after: _starts, paused_because, ...shown } = row;
  return { ...shown, paused: paused_because !== null, paused_because };
}

export type ShownSubscription = ReturnType<typeof shownSubscription>;
