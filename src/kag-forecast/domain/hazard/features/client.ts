import { calmDays, type Feature, type Look, share, today } from './feature.js';
import { ownOnsets, recentMean, slowness } from './past.js';

/** What the client's staying hangs on. */
export const CLIENT: readonly Feature[] = [
  { key: 'waiting', of: (look) => share(today(look)?.waiting_days, 0, 4) },
  {
    key: 'mean_waiting',
    of: (look) =>
      share(
        recentMean(look, ({ waiting_days }) => waiting_days),
        0.2,
        2,
      ),
  },
  { key: 'negative_share', of: (look) => moodSince(look, today(look)?.negative_share, 0.05, 0.5) },
  { key: 'low_mood', of: (look) => moodSince(look, minus(today(look)?.sentiment_level), -0.2, 0.3) },
  slowness,
  { key: 'activity_drop', of: (look) => share(today(look)?.activity_drop, 0.2, 1) },
  ownOnsets,
];

const minus = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : -value;

/** Days over which moods are taken. */
const MOOD_DAYS = 21;

/** Moods of a trouble that is over are not told twice: until none is left in them, they are not known. */
const moodSince = (look: Look, mood: number | null | undefined, from: number, to: number): number | null =>
  calmDays(look) < MOOD_DAYS ? null : share(mood, from, to);
