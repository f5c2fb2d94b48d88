import type { Forecasted } from '../kag-forecast/index.js';
import type { Reading } from '../kag-signals/index.js';
import type { KnownProject } from './domain/situation-of.js';

/** What the chain has made of each project that has a reading; without a forecast, its signals are enough. */
export function knownOf(
  readings: ReadonlyMap<string, Reading>,
  forecasts: ReadonlyMap<string, Forecasted>,
): Map<string, KnownProject> {
  return new Map(
    [...readings].map(([projectId, reading]) => {
      const { forecasts: own = {}, thresholds = {} } = forecasts.get(projectId) ?? {};
      return [projectId, { reading, forecasts: own, thresholds }];
    }),
  );
}
