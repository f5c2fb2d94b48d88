import { calmDays, type HazardFeature, type DayView, scaled, today } from './feature.js';
import { ownOnsets, recentMean, slowness } from './past.js';

/** Days over which moods are taken. */
export const MOOD_DAYS = 21;
const SINCE = `; not known within ${MOOD_DAYS} days after a trouble`;

/** What the client's staying hangs on. */
export const CLIENT: readonly HazardFeature[] = [
  scaled('waiting', '`waiting_days`', 0, 4, (look) => today(look)?.waiting_days),
  scaled('mean_waiting', '`waiting_days`: mean of recent days', 0.2, 2, (look) =>
    recentMean(look, ({ waiting_days }) => waiting_days),
  ),
  scaled('negative_share', `\`negative_share\`${SINCE}`, 0.05, 0.5, (look) =>
    moodSince(look, today(look)?.negative_share),
  ),
  scaled('low_mood', `\`sentiment_level\`${SINCE}`, 0.2, -0.3, (look) => moodSince(look, today(look)?.sentiment_level)),
  slowness,
  scaled('activity_drop', '`activity_drop`', 0.2, 1, (look) => today(look)?.activity_drop),
  ownOnsets,
];

/** Moods of a trouble that is over are not told twice: until none is left in them, they are not known. */
const moodSince = (look: DayView, mood: number | null | undefined): number | null =>
  calmDays(look) < MOOD_DAYS ? null : (mood ?? null);
