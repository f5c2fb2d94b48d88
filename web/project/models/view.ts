import { groups } from './event-groups.js';

/** What of the project is shown. It is in the page's address, so that a link shows the same. */
export interface View {
  /** How far back lines go. */
  days: Days;
  /** Which events. */
  show: string;
}

export const DAYS = [30, 90, 180, 365] as const;
export type Days = (typeof DAYS)[number];

export const USUAL: View = { days: 90, show: '' };

/** What an address asks for; what it has that is not known is left out. */
export function readView(search: string): View {
  const asked = new URLSearchParams(search);
  return {
    days: DAYS.find((days) => String(days) === asked.get('days')) ?? USUAL.days,
    show: groups().find((group) => group === asked.get('show')) ?? USUAL.show,
  };
}

/** The query that asks for the view, without what is so anyway. */
export function searchOf({ days, show }: View): string {
  const query = new URLSearchParams();
  if (days !== USUAL.days) query.set('days', String(days));
  if (show !== USUAL.show) query.set('show', show);
  return query.toString();
}

/** Days from point to point: a line of a year needs no point for each of them. */
export const stepOf = (days: Days): number => (days > 180 ? 3 : days > 90 ? 2 : 1);

/** The project that an address names; null where it names none. */
export function projectIn(path: string): string | null {
  const [, id] = /\/projects\/([^/?#]+)$/.exec(path) ?? [];
  return id === undefined ? null : decoded(id);
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
