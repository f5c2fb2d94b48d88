import { fits, type PortfolioFilter } from './filter.js';
import type { ListedProject } from './listed.js';
import { comparePlaces, placeOf, type ListPlace, type PortfolioSort } from './order.js';
import { totalsOf, type Totals } from './totals.js';

/** Which projects are asked for; `after`: the place of the last one that was shown before. */
export interface PageChoice {
  filter: PortfolioFilter;
  sort: PortfolioSort;
  limit: number;
  after: ListPlace | null;
}

export interface PortfolioPage {
  shown: ListedProject[];
  totals: Totals;
  /** The place of the last one that is shown; null: none follows. */
  last: ListPlace | null;
}

/** The projects that are asked for, in their order, `limit` of those that come after `after`. */
export function pageOf(projects: readonly ListedProject[], { filter, sort, limit, after }: PageChoice): PortfolioPage {
  const fitting = projects.filter((one) => fits(filter, one));
  const placed = fitting
    .map((one) => ({ one, place: placeOf(sort, one) }))
    .sort((a, b) => comparePlaces(a.place, b.place));
  const following = after === null ? placed : placed.filter(({ place }) => comparePlaces(place, after) > 0);
  const shown = following.slice(0, limit);
  return {
    shown: shown.map(({ one }) => one),
    totals: totalsOf(fitting),
    last: following.length > shown.length ? (shown.at(-1)?.place ?? null) : null,
  };
}
