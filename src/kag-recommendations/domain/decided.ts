import { stableHash } from '../../common/stable-hash.js';
import type { Resolution, Status } from './lifecycle.js';

/** What people decide of a recommendation, and when they did. Days are `YYYY-MM-DD`. */
export interface Decided {
  status: Status;
  snoozed_until: string | null;
  resolution: Resolution | null;
  resolution_note: string | null;
  assignee: string | null;
  due_date: string;
  acknowledged_at: Date | null;
  completed_at: Date | null;
  dismissed_at: Date | null;
  /** How strong it was when it was put away: what it has to get worse than. */
  settled_strength: number | null;
}

/** What a person makes of it. */
export interface StatusMove {
  status: Status;
  /** For one that is snoozed. */
  until: string | null;
  /** For one that is done or dismissed. */
  resolution: Resolution | null;
  note: string | null;
}

/** What a person wants of a recommendation; what is left out stays. */
export interface WantedChange {
  move?: StatusMove | undefined;
  assignee?: string | null | undefined;
  due_date?: string | undefined;
}

/** What a change replaced, and which version it made. */
export interface Replaced {
  was: Decided;
  became: string;
}

interface Episode {
  reopened_at: Date | null;
  episode_ended_at: Date | null;
}

/** What holds once people have their way: one that is taken up again is neither done nor dismissed nor snoozed. */
export function decide(before: Decided & { strength: number }, { move, ...wanted }: WantedChange, now: Date): Decided {
  const kept = {
    ...decidedOf(before),
    assignee: wanted.assignee === undefined ? before.assignee : wanted.assignee,
    due_date: wanted.due_date ?? before.due_date,
  };
  if (!move) return kept;
  const { status, until, resolution, note } = move;
  return {
    ...kept,
    status,
    snoozed_until: until,
    resolution,
    resolution_note: note,
    acknowledged_at: status === 'acknowledged' ? now : before.acknowledged_at,
    completed_at: status === 'done' ? now : null,
    dismissed_at: status === 'dismissed' ? now : null,
    settled_strength: status === 'acknowledged' ? null : before.strength,
  };
}

const VERSION_LENGTH = 16;

/**
 * Names what people have decided of it so far. Figures and words are left out: those that a refresh brings make no
 * person's decision stale.
 */
export function versionOf(one: Decided & Episode): string {
  const { status, snoozed_until, resolution, resolution_note, assignee, due_date, reopened_at, episode_ended_at } = one;
  const fields = [
    status,
    snoozed_until,
    resolution,
    resolution_note,
    assignee,
    due_date,
    reopened_at,
    episode_ended_at,
  ];
  return stableHash(fields).slice(0, VERSION_LENGTH);
}

/** What to go back to; null where nothing was changed since it opened, or something else has changed it since. */
export const takenBack = (one: Decided & Episode & { replaced: Replaced | null }): Decided | null =>
  one.replaced?.became === versionOf(one) ? one.replaced.was : null;

export function decidedOf(one: Decided): Decided {
  const { status, snoozed_until, resolution, resolution_note, assignee, due_date } = one;
  const { acknowledged_at, completed_at, dismissed_at, settled_strength } = one;
  return {
    ...{ status, snoozed_until, resolution, resolution_note, assignee, due_date },
    ...{ acknowledged_at, completed_at, dismissed_at, settled_strength },
  };
}
