import { DAY_MS, dayOf } from '../../../common/day.js';
import type { RemedyStep } from './diagnosis.js';
import { BACKFILL_DAYS } from './limits.js';
import { request } from './remedy.js';

/** Snapshots of every day since the first event, at most of the last sixty. */
export function fillSnapshots(oldestEvent: Date | null, now: Date): RemedyStep {
  const earliest = now.getTime() - (BACKFILL_DAYS - 1) * DAY_MS;
  const from = dayOf(new Date(Math.max(earliest, oldestEvent?.getTime() ?? now.getTime())));
  return request('POST', '/kag/snapshots/refresh', 'Computes the days that are missing from the event log.', {
    from,
    to: dayOf(now),
  });
}

export const refreshForecasts = (): RemedyStep =>
  request('POST', '/kag/v2/forecast/refresh', 'Reads the signals anew and forecasts from them.');

export const refreshRecommendations = (): RemedyStep =>
  request('POST', '/kag/v2/recommendations/refresh', 'Reads signals, forecasts and recommends anew.');

export const rebuildSignature = (windowDays: number, note: string): RemedyStep =>
  request('POST', '/kag/similarity/rebuild', note, { window_days: windowDays });
