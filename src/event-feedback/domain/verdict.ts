import type { HeardType } from '../../kag-events/index.js';

/** What a person says of an event. */
export interface Verdict {
  right: boolean;
  /** What the words should have given; null: nothing. */
  instead: HeardType | null;
}

/**
 * Why an event can't be judged so; null where it can.
 * @param alternatives what it may have been; null: it was not heard
 */
export function objectionTo(
  { right, instead }: { right: boolean; instead: string | null },
  alternatives: readonly HeardType[] | null,
): { path: string; problem: string } | null {
  if (alternatives === null) return { path: 'id', problem: 'names an event that was not heard in words' };
  if (instead === null) return null;
  if (right) return { path: 'instead', problem: 'does not belong to an event that is right' };
  if ((alternatives as readonly string[]).includes(instead)) return null;
  const choices = alternatives.length > 0 ? alternatives.join(', ') : 'nothing else';
  return { path: 'instead', problem: `must be what such words can give: ${choices}` };
}
