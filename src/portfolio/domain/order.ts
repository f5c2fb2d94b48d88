import type { ScoreType } from '../../kag-signals/index.js';
import type { ListedProject } from './listed.js';
import { troublesOf, urgencyOf } from './trouble.js';

export const SORTS = [
  'troubled',
  'name',
  'last_activity',
  'project_health',
  'risk',
  'client_value',
  'upsell_likelihood',
] as const;
export type PortfolioSort = (typeof SORTS)[number];

/** Where a project stands in the list: what comes first is smaller, part by part; the last part is its id. */
export type ListPlace = readonly (string | number)[];

/** What each part of a place is, as cursors are read. */
export const PLACE_PARTS: Readonly<Record<PortfolioSort, readonly ('string' | 'number' | 'uuid')[]>> = {
  troubled: ['number', 'number', 'number', 'string', 'uuid'],
  name: ['string', 'uuid'],
  last_activity: ['number', 'string', 'uuid'],
  project_health: ['number', 'string', 'uuid'],
  risk: ['number', 'string', 'uuid'],
  client_value: ['number', 'string', 'uuid'],
  upsell_likelihood: ['number', 'string', 'uuid'],
};

/** Beyond every score: what is unknown comes last in both directions. */
const UNKNOWN = 1_000_000;
const HUNDREDTHS = 100;
const names = new Intl.Collator('en');

export function placeOf(sort: PortfolioSort, listed: ListedProject): ListPlace {
  const last = [listed.name.toLowerCase(), listed.id];
  if (sort === 'name') return last;
  if (sort === 'last_activity') return [-(listed.last_activity_at?.getTime() ?? 0), ...last];
  if (sort !== 'troubled') return [scorePlace(listed, sort), ...last];
  const health = scorePlace(listed, 'project_health');
  return [-urgencyOf(listed), -troublesOf(listed), health, ...last];
}

/** The lowest health comes first; of the other scores the highest. */
function scorePlace({ scores }: ListedProject, type: ScoreType): number {
  const value = scores[type]?.value ?? null;
  if (value === null) return UNKNOWN;
  return Math.round(HUNDREDTHS * value) * (type === 'project_health' ? 1 : -1);
}

export function comparePlaces(a: ListPlace, b: ListPlace): number {
  for (const [i, part] of a.entries()) {
    const other = b[i];
    const by =
      typeof part === 'number' && typeof other === 'number'
        ? part - other
        : names.compare(String(part), String(other ?? ''));
    if (by !== 0) return by;
  }
  return 0;
}
