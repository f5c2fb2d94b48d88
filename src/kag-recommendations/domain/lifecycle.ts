export const STATUSES = ['new', 'acknowledged', 'done', 'dismissed', 'expired'] as const;
export type Status = (typeof STATUSES)[number];

/** Which moves a person may make from each status; only the end of an episode makes `expired`. */
export const MOVES: Readonly<Record<Status, readonly Status[]>> = {
  new: ['acknowledged', 'done', 'dismissed'],
  acknowledged: ['done', 'dismissed'],
  done: ['acknowledged'],
  dismissed: ['acknowledged'],
  expired: ['acknowledged'],
};

export const mayMove = (from: Status, to: Status): boolean => MOVES[from].includes(to);
