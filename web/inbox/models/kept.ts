import type { Recommendation } from './recommendation.js';

/** One that stays in sight though the list would not have it: what is said of it there has to be read first. */
export interface Kept {
  recommendation: Recommendation;
  /** Its place in the list when it was last there. */
  place: number;
  /** The version that it is newer than; a list that was read before has this one still. Null: of none. */
  newerThan: string | null;
}

/** The list with those that are kept: in place of an older state of theirs, or where they were, if it lacks them. */
export function withKept(listed: readonly Recommendation[], kept: readonly Kept[]): Recommendation[] {
  const rows = [...listed];
  for (const { recommendation, place, newerThan } of [...kept].sort((a, b) => a.place - b.place)) {
    const at = rows.findIndex(({ id }) => id === recommendation.id);
    if (at === -1) rows.splice(Math.min(place, rows.length), 0, recommendation);
    else if (rows[at]?.version === newerThan) rows[at] = recommendation;
  }
  return rows;
}

/** Of these ids, those that the rows have. */
export const listedOf = (some: ReadonlySet<string>, rows: readonly { id: string }[]): ReadonlySet<string> =>
  new Set(rows.flatMap(({ id }) => (some.has(id) ? [id] : [])));

/** Which one is the next to look at when these have left the list: the one behind, or else the one before. */
export function neighbourOf(rows: readonly { id: string }[], leaving: ReadonlySet<string>): string | null {
  const last = rows.findLastIndex(({ id }) => leaving.has(id));
  const stays = ({ id }: { id: string }) => !leaving.has(id);
  const next = rows.slice(last + 1).find(stays) ?? rows.slice(0, Math.max(last, 0)).findLast(stays);
  return next?.id ?? null;
}
