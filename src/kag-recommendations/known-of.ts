import type { Forecasted } from '../kag-forecast/index.js';
import type { Reading } from '../kag-signals/index.js';
import type { Known } from './domain/situation.js';

/** What is known of each project that has both a reading and forecasts. */
export function knownOf(
  readings: ReadonlyMap<string, Reading>,
  forecasts: ReadonlyMap<string, Forecasted>,
): Map<string, Known> {
  return new Map(
    [...readings].flatMap(([projectId, reading]) => {
      const forecasted = forecasts.get(projectId);
      return forecasted ? [[projectId, { reading, ...forecasted }] as const] : [];
    }),
  );
}
