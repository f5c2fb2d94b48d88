import { dayOf, endOfDay } from '../../src/common/day.js';
import { DAY_MS } from '../../src/common/time-units.js';
import { ROUND_THE_CLOCK } from '../../src/common/working-time/calendar.js';
import { workingTimeOf } from '../../src/common/working-time/working-time.js';
import { forecastOf } from '../../src/kag-forecast/domain/forecast-of.js';
import type { Forecasts } from '../../src/kag-forecast/domain/forecast.js';
import { byRisk } from '../../src/kag-forecast/domain/risks.js';
import type { Reading } from '../../src/kag-signals/domain/reading.js';
import { measuresOf } from '../../src/kag-snapshots/domain/day-measures.js';
import { thereSince } from '../../src/kag-snapshots/domain/onsets/there-since.js';
import { workingDays } from '../../src/kag-snapshots/domain/onsets/working-days.js';
import { SHIPPED } from '../builders/forecasts.js';
import type { GoldenHistory } from './types.js';

/** Days that are looked at, the day of `now` among them. */
const DAYS = 28;

/** The moments at which a history is read: the ends of the days before, and `now`. */
export function momentsOf({ now }: GoldenHistory): number[] {
  const last = Date.parse(now);
  const before = Array.from({ length: DAYS - 1 }, (_, n) => dayOf(new Date(last - (DAYS - 1 - n) * DAY_MS)));
  return [...before.map((day) => endOfDay(day).getTime()), last];
}

/** The forecasts of readings at these moments, by what is shipped. */
export function foreseen({ calendar = ROUND_THE_CLOCK }: GoldenHistory, readings: readonly Reading[]): Forecasts {
  const days = readings.map(({ as_of, signals }) => measuresOf(dayOf(as_of), signals));
  const signals = Object.fromEntries(
    Object.entries(readings.at(-1)?.signals ?? {}).map(([key, { evidence_refs }]) => [key, evidence_refs]),
  );
  const onsets = byRisk(() => []);
  return byRisk((risk) => {
    const seen = { days, isWorking: workingDays(workingTimeOf(calendar)) };
    const run = { project_id: 'project', days, onsets, ended_on: null, acted: [] };
    const look = { run, there_since: thereSince(risk, [], seen) };
    return forecastOf(SHIPPED['hazard-v1'], risk, look, { signals, onset: [] });
  });
}
