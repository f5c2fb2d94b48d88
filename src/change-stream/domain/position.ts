/** Of a change at this moment, as `Last-Event-ID` hands it back. */
export const positionOf = (at: Date): string => at.toISOString();

const POSITION = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The moment that a position names; null for any other text. */
export function momentOf(position: string): Date | null {
  if (!POSITION.test(position)) return null;
  const moment = new Date(position);
  return Number.isNaN(moment.getTime()) ? null : moment;
}
