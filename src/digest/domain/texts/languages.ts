import type { Locale } from '../../../common/locale.js';
import { EN } from './en.js';
import { RU } from './ru.js';
import type { DigestTexts } from './texts.js';

export const TEXTS: Readonly<Record<Locale, DigestTexts>> = { en: EN, ru: RU };
