/** The standby as it was at the latest look. */
export interface ReplicaLook {
  /** Whether it is a standby of the very database that DATABASE_URL leads to. */
  follows: boolean;
  /** Up to where it has replayed the primary's log, in bytes; null for what replays none. */
  replayed: bigint | null;
  /** How far it is behind, in ms; null while nothing tells. */
  behindMs: number | null;
}

/** Why the standby answers nothing at the moment. */
export type Barrier = 'away' | 'not_a_standby' | 'unknown_lag' | 'lag';

/**
 * Whether the standby may answer at all.
 * @param look null where it does not answer
 * @returns what keeps all reads at the primary; null where nothing does
 */
export function barrierOf(look: ReplicaLook | null, maxLagMs: number): Barrier | null {
  if (look === null) return 'away';
  const { follows, replayed, behindMs } = look;
  if (!follows || replayed === null) return 'not_a_standby';
  if (behindMs === null) return 'unknown_lag';
  return behindMs > maxLagMs ? 'lag' : null;
}

/** Whether the standby has a change after which the primary's log reached this position, in bytes; null: no change. */
export function hasReplayed(look: ReplicaLook | null, after: bigint | null): boolean {
  const replayed = look?.replayed ?? null;
  return after === null || (replayed !== null && replayed >= after);
}

/**
 * Whether a read may be the standby's.
 * @param after the position, in bytes of the primary's log, of a change that the reader must see; null: of none
 * @returns why the primary has to answer it; null where the standby may
 */
export function whyPrimary(
  look: ReplicaLook | null,
  after: bigint | null,
  maxLagMs: number,
): Barrier | 'own_change' | null {
  return barrierOf(look, maxLagMs) ?? (hasReplayed(look, after) ? null : 'own_change');
}
