const DAY_MS = 86_400_000;

/** The UTC day of a time, as 2026-02-03. */
export const dayOf = (time: number | string): string => new Date(time).toISOString().slice(0, 10);

/** The `count` UTC days that end with the day of `now`, in their order. */
export function lastDays(count: number, now: number): string[] {
  return Array.from({ length: count }, (_, i) => dayOf(now - (count - 1 - i) * DAY_MS));
}
