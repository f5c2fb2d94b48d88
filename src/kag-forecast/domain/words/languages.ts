import type { Locale } from '../../../common/locale.js';
import { EN } from './en.js';
import { RU } from './ru.js';
import type { ForecastWording } from './words.js';

/** What each language says of forecasts. */
export const WORDS: Readonly<Record<Locale, ForecastWording>> = { en: EN, ru: RU };
