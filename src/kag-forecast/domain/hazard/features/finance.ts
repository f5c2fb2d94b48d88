import { type Feature, type Look, share, today } from './feature.js';
import { ownOnsets } from './past.js';

/** For how many days a slope is drawn on. */
const AHEAD = 30;

/** What it comes to when it goes on as it did. */
function projected(value: number | null, slope: number | null, sign: 1 | -1): number | null {
  return value === null || slope === null ? null : value + sign * slope * AHEAD;
}

/** What the money hangs on: how much is spent, and what that comes to at this pace. */
export const FINANCE: readonly Feature[] = [
  { key: 'burn', of: (look) => share(today(look)?.burn, 0.5, 1.2) },
  { key: 'burn_projected', of: (look) => share(burnAhead(look), 0.8, 1.4) },
  { key: 'margin', of: (look) => share(marginGone(today(look)?.margin ?? null), -0.6, -0.2) },
  { key: 'margin_projected', of: (look) => share(marginGone(marginAhead(look)), -0.45, -0.1) },
  ownOnsets,
];

const burnAhead = (look: Look): number | null => {
  const day = today(look);
  return projected(day?.burn ?? null, day?.burn_slope ?? null, 1);
};

const marginAhead = (look: Look): number | null => {
  const day = today(look);
  return projected(day?.margin ?? null, day?.margin_slope ?? null, -1);
};

/** Grows as the margin goes. */
const marginGone = (margin: number | null): number | null => (margin === null ? null : -margin);
