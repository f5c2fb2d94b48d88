/** What is remembered at the most: ten minutes, by a look a second. */
const MOST = 600;

interface Sighting {
  /** How far the primary's log reached, in bytes. */
  position: bigint;
  /** When it was last seen to reach no further, in ms of a clock that only goes forward. */
  at: number;
}

/**
 * How far a standby is behind the primary at the most: how long ago the primary had nothing that the standby has not
 * replayed by now. It goes by this process' clock alone, since the standby's own times can't tell a primary at rest
 * from one that it is cut off from.
 */
export class ReplayLag {
  private sightings: Sighting[] = [];

  /** The primary's log reaches this position, in bytes; asked at `at`, in ms. */
  primaryAt(position: bigint, at: number): void {
    const last = this.sightings.at(-1);
    // Another primary, from a backup or in place of one that was lost: of it nothing is known yet.
    if (last !== undefined && position < last.position) this.sightings = [];
    if (position === last?.position) last.at = at;
    else this.sightings.push({ position, at });
    // The first says how far behind it is; the latest, how fast it comes nearer.
    if (this.sightings.length > MOST) this.sightings.splice(1, 1);
  }

  /** How far a standby that has replayed up to `position` is behind at the most, in ms; null while nothing tells. */
  behind(position: bigint, now: number): number | null {
    const reached = this.sightings.findLastIndex((one) => one.position <= position);
    this.sightings.splice(0, reached);
    const latest = this.sightings[0];
    return latest === undefined || latest.position > position ? null : Math.max(0, now - latest.at);
  }
}
