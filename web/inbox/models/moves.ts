import type { Recommendation, Status } from './recommendation.js';

/** What a person can do with recommendations. */
export const KINDS = ['assign', 'mine', 'snooze', 'take', 'done', 'dismiss'] as const;
export type Kind = (typeof KINDS)[number];

const STATUS_OF = { snooze: 'snoozed', take: 'acknowledged', done: 'done', dismiss: 'dismissed' } as const;
/** As the server has it; it decides. */
const MOVES: Readonly<Record<Status, readonly Status[]>> = {
  new: ['acknowledged', 'snoozed', 'done', 'dismissed'],
  acknowledged: ['snoozed', 'done', 'dismissed'],
  snoozed: ['acknowledged', 'done', 'dismissed'],
  done: ['acknowledged'],
  dismissed: ['acknowledged'],
  expired: ['acknowledged'],
};

type Moved = Pick<Recommendation, 'status' | 'episode_ended_at' | 'assignee'>;

/** Whether it can be done with this one, by this person. */
export function isPossible(kind: Kind, { status, episode_ended_at, assignee }: Moved, me: string): boolean {
  if (kind === 'assign') return true;
  if (kind === 'mine') return assignee !== me;
  if (kind === 'snooze' && episode_ended_at !== null) return false;
  return MOVES[status].includes(STATUS_OF[kind]);
}

/** What can be done with at least one of them. */
export const possible = (some: readonly Moved[], me: string): Kind[] =>
  KINDS.filter((kind) => some.some((one) => isPossible(kind, one, me)));
