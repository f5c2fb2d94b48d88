/** Whether a day, `YYYY-MM-DD`, has not come at a person's place. */
export const isAhead = (day: string, now: number): boolean => day > localDay(now);

/**
 * The day at a person's place.
 * @param now ms since 1970
 */
export function localDay(now: number): string {
  const at = new Date(now);
  return new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())).toISOString().slice(0, 10);
}
