import { dayOf } from '../../../common/day.js';
import { DAY_MS } from '../../../common/time-units.js';
import type { RemedyStep } from './diagnosis.js';
import { BACKFILL_DAYS } from './limits.js';
import { request } from './remedy.js';
import type { DiagnosisWords } from './wording.js';

/** Snapshots of every day since the first event, at most of the last sixty. */
export function fillSnapshots(oldestEvent: Date | null, now: Date, { say }: DiagnosisWords): RemedyStep {
  const earliest = now.getTime() - (BACKFILL_DAYS - 1) * DAY_MS;
  const from = dayOf(new Date(Math.max(earliest, oldestEvent?.getTime() ?? now.getTime())));
  return request(
    'POST',
    '/kag/snapshots/refresh',
    say('Computes the missing days from the event log.', 'Считает недостающие дни по журналу событий.'),
    {
      from,
      to: dayOf(now),
    },
  );
}

export const refreshForecasts = ({ say }: DiagnosisWords): RemedyStep =>
  request(
    'POST',
    '/kag/v2/forecast/refresh',
    say('Reads the signals anew and forecasts from them.', 'Заново читает сигналы и строит по ним прогнозы.'),
  );

export const refreshRecommendations = ({ say }: DiagnosisWords): RemedyStep =>
  request(
    'POST',
    '/kag/v2/recommendations/refresh',
    say('Reads signals, forecasts and recommends anew.', 'Заново читает сигналы, строит прогнозы и рекомендации.'),
  );

export const rebuildSignature = (windowDays: number, note: string): RemedyStep =>
  request('POST', '/kag/similarity/rebuild', note, { window_days: windowDays });
