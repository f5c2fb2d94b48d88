import type { DriverFigures } from '../forecast.js';

/** A numeric figure, or 0 when the figure is missing or not a number. */
export const numberOf = (figures: DriverFigures, key: string): number => {
  const value = figures[key];
  return typeof value === 'number' ? value : 0;
};

/** A figure that is a day; null without one. */
export const dayOf = (figures: DriverFigures, key: string): string | null => {
  const value = figures[key];
  return typeof value === 'string' ? value : null;
};

export const percent = (share: number): number => Math.round(100 * share);

/** To one digit after the point. */
export const tenth = (value: number): number => Math.round(10 * value) / 10 + 0;

/** Minutes as minutes up to two hours, then as hours. */
export const duration = (minutes: number): { hours: number } | { minutes: number } =>
  minutes < 120 ? { minutes: Math.round(minutes) } : { hours: tenth(minutes / 60) };
