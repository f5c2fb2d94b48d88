import { calmDays, type HazardFeature, type DayView, scaled, today } from './feature.js';
import { ownOnsets, recentMean } from './past.js';

/** Requests in a week from which on it is a warning. */
export const WARN_REQUESTS = 2;

/** What the scope's holding hangs on. */
export const SCOPE: readonly HazardFeature[] = [
  scaled('requests_7d', '`scope_requests_7d`', 0, 3, (look) => today(look)?.scope_requests_7d),
  scaled('requests_28d', '`scope_requests_28d`, without those of a trouble that is over', 0, 6, requestsSince),
  scaled('days_above_warn', `share of recent days with \`scope_requests_7d\` ≥ ${WARN_REQUESTS}`, 0, 1, (look) =>
    recentMean(look, ({ scope_requests_7d: requests }) =>
      requests === null ? null : requests >= WARN_REQUESTS ? 1 : 0,
    ),
  ),
  ownOnsets,
];

/** Requests of the last 28 days, without those of a trouble that is over. */
export function requestsSince(look: DayView): number | null {
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
