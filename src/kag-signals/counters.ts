import type { Reading } from './domain/reading.js';

/** How many of a project's signals are not as they should be. */
export interface SignalCounters {
  warn: number;
  critical: number;
}

/** Counts a reading's signals by status. */
export function countSignals(reading: Reading | undefined): SignalCounters {
  const statuses = Object.values(reading?.signals ?? {}).map(({ status }) => status);
  const count = (wanted: string) => statuses.filter((status) => status === wanted).length;
  return { warn: count('warn'), critical: count('critical') };
}
