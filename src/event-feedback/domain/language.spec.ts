import { expect, it } from '@jest/globals';
import { languageOf } from './language.js';

it.each([
  ['Could you add a form?', 'en'],
  ['Добавьте, пожалуйста, форму', 'ru'],
  ['Добавьте форму в CRM', 'ru'],
  ['ок ok', null],
  ['+1 👍', null],
  ['', null],
] as const)('%j is %s', (text, language) => expect(languageOf(text)).toBe(language));
