import type { DriverFigures } from '../forecast.js';

/** What a language says of a forecast; it says no more than the figures do. */
export interface ForecastWording {
  /** By a driver's key, what was seen; null: its figures say nothing. */
  drivers: Readonly<Record<string, (figures: DriverFigures) => string | null>>;
  /** Said when the chance within 14 days is at or below the usual one. */
  usual: (percent: number, usual: number, own: boolean) => string;
  /** The chance is higher, and what raises it. */
  raised: (percent: number, usual: number, own: boolean, drivers: readonly string[]) => string;
  already: (since: string) => string;
  unknown: (days: number) => string;
  /** A driver's part in percentage points, with what was seen. */
  part: (points: number, words: string) => string;
}
