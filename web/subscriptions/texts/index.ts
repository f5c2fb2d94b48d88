import type { Language } from '../../shared/language.js';
import { en, type Texts } from './en.js';
import { ru } from './ru.js';

export type { Texts } from './en.js';

export const TEXTS: Readonly<Record<Language, Texts>> = { en, ru };
