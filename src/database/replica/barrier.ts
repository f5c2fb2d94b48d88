/** The standby as it was at the latest look. */
export interface ReplicaLook {
  /** Whether it is a standby of the very database that DATABASE_URL leads to. */
  follows: boolean;
  /** Up to where it has replayed the primary's log, in bytes; null for what replays none. */
  replayed: bigint | null;
  /** How far it is behind, in ms; null while nothing tells. */
  behindMs: number | null;
}

/** Why the primary answers a read that the standby could have answered. */
export type Barrier = 'away' | 'not_a_standby' | 'unknown_lag' | 'lag' | 'own_change';

/**
 * Whether a read may be the standby's.
 * @param look null where it does not answer
 * @param after the position, in bytes of the primary's log, of a change that the reader must see; null: of none
 * @returns what keeps the read at the primary; null where nothing does
 */
export function barrierOf(look: ReplicaLook | null, after: bigint | null, maxLagMs: number): Barrier | null {
  if (look === null) return 'away';
  const { follows, replayed, behindMs } = look;
  if (!follows || replayed === null) return 'not_a_standby';
  if (behindMs === null) return 'unknown_lag';
  if (behindMs > maxLagMs) return 'lag';
  return after !== null && replayed < after ? 'own_change' : null;
}
