export const STATUSES = ['new', 'acknowledged', 'snoozed', 'done', 'dismissed', 'expired'] as const;
export type Status = (typeof STATUSES)[number];

/** What a person says became of it, when it is done or dismissed. */
export const RESOLUTIONS = ['happened', 'prevented', 'false_alarm', 'not_relevant'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Why one that a person had put away is open again. */
export const REOPENED_REASONS = ['worse', 'snooze_over'] as const;
export type ReopenedReason = (typeof REOPENED_REASONS)[number];

/** Which moves a person may make from each status; only the end of an episode makes `expired`. */
export const MOVES: Readonly<Record<Status, readonly Status[]>> = {
  new: ['acknowledged', 'snoozed', 'done', 'dismissed'],
  acknowledged: ['snoozed', 'done', 'dismissed'],
  snoozed: ['acknowledged', 'done', 'dismissed'],
  done: ['acknowledged'],
  dismissed: ['acknowledged'],
  expired: ['acknowledged'],
};

/** Which moves a person may make; one whose episode is over has nothing to come back for, so it can't be snoozed. */
export const movesFrom = (from: Status, over = false): readonly Status[] =>
  over ? MOVES[from].filter((to) => to !== 'snoozed') : MOVES[from];

export const mayMove = (from: Status, to: Status, over = false): boolean => movesFrom(from, over).includes(to);

/** Whether a person has put it away: it is shown no more as something to do. */
export const isPutAway = (status: Status): boolean => status !== 'new' && status !== 'acknowledged';
