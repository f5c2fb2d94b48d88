import { calmDays, type Feature, type Look, share, today } from './feature.js';
import { ownOnsets, recentMean } from './past.js';

/** What the scope's holding hangs on. */
export const SCOPE: readonly Feature[] = [
  { key: 'requests_7d', of: (look) => share(today(look)?.scope_requests_7d, 0, 3) },
  { key: 'requests_28d', of: (look) => share(requestsSince(look), 0, 6) },
  {
    key: 'days_above_warn',
    of: (look) =>
      recentMean(look, ({ scope_requests_7d: requests }) => (requests === null ? null : requests >= 2 ? 1 : 0)),
  },
  ownOnsets,
];

/** Requests of the last 28 days, without those of a trouble that is over. */
export function requestsSince(look: Look): number | null {
  const { days, at } = look;
  const calm = calmDays(look);
  if (calm >= 28) return today(look)?.scope_requests_28d ?? null;
  let sum = 0;
  for (let back = 0; back + 7 <= Math.max(7, calm); back += 7) {
    const week = days[at - back]?.scope_requests_7d;
    if (week === null || week === undefined) return null;
    sum += week;
  }
  return sum;
}
