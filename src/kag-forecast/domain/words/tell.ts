import type { Locale } from '../../../common/locale.js';
import type { Driver, Forecast } from '../forecast.js';
import { LEAST_DAYS } from '../hazard/forecast-hazards.js';
import { percent } from './figure.js';
import { WORDS } from './languages.js';
import type { ForecastWording } from './words.js';

const MAX_NAMED = 3;

/** What a driver's figures say; null: nothing is known of them. */
export function driverWords({ key, value, figures }: Driver, locale: Locale): string | null {
  if (value === null) return null;
  const known = Object.values(figures);
  // A model that counts what is not known as 0 has a value all the same.
  if (known.length > 0 && known.every((one) => one === null || one === undefined)) return null;
  return WORDS[locale].drivers[key]?.(figures) ?? null;
}

/** What raises the chance most above the usual; null: nothing does by a point or more. */
export function raisedBy(drivers: readonly Driver[], locale: Locale): string | null {
  const raising = drivers
    .filter(({ points }) => Math.round(points.p14) > 0)
    .sort((a, b) => b.points.p14 - a.points.p14);
  for (const driver of raising) {
    const words = driverWords(driver, locale);
    if (words !== null) return words;
  }
  return null;
}

type ForecastFacts = Pick<Forecast, 'status' | 'since' | 'p14' | 'base_rate' | 'basis' | 'drivers'>;

/** A forecast in a sentence. */
export function forecastWords(forecast: ForecastFacts, locale: Locale): string {
  const words = WORDS[locale];
  const { status, since, p14, base_rate, basis, drivers } = forecast;
  if (status === 'already' && since !== null) return words.already(since);
  if (status !== 'ok' || p14 === null) return words.unknown(LEAST_DAYS);
  const [said, usual, own] = [percent(p14), percent(base_rate.p14), basis !== 'prior'];
  if (said <= usual) return words.usual(said, usual, own);
  return words.raised(said, usual, own, partsOf(drivers, locale, words));
}

/** What moves it by a point or more, the largest parts first. */
function partsOf(drivers: readonly Driver[], locale: Locale, words: ForecastWording): string[] {
  return drivers
    .map((driver) => ({ points: Math.round(driver.points.p14), text: driverWords(driver, locale) }))
    .filter(({ points, text }) => points !== 0 && text !== null)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, MAX_NAMED)
    .map(({ points, text }) => words.part(points, text ?? ''));
}
