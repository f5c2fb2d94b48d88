import { type HazardFeature, scaled, today } from './feature.js';
import { ownOnsets } from './past.js';

/** For how many days a slope is drawn on. */
export const AHEAD_DAYS = 30;

/** What it comes to when it goes on as it did. */
function projected(value: number | null | undefined, slope: number | null | undefined, sign: 1 | -1): number | null {
  if (value === null || value === undefined || slope === null || slope === undefined) return null;
  return value + sign * slope * AHEAD_DAYS;
}

const AHEAD = `what it comes to in ${AHEAD_DAYS} days at its slope`;

/** What the money hangs on: how much is spent, and what that comes to at this pace. */
export const FINANCE: readonly HazardFeature[] = [
  scaled('burn', '`burn`', 0.5, 1.2, (look) => today(look)?.burn),
  scaled('burn_projected', `\`burn\`: ${AHEAD}`, 0.8, 1.4, (look) =>
    projected(today(look)?.burn, today(look)?.burn_slope, 1),
  ),
  scaled('margin', '`margin`', 0.6, 0.2, (look) => today(look)?.margin),
  scaled('margin_projected', `\`margin\`: ${AHEAD}`, 0.45, 0.1, (look) =>
    projected(today(look)?.margin, today(look)?.margin_slope, -1),
  ),
  ownOnsets,
];
