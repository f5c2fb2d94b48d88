import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { type Locale, LOCALES } from '../../common/locale.js';
import { IsOneOf } from './one-of.js';

/** The language of an answer's words. */
export const Language = () =>
  applyDecorators(
    ApiPropertyOptional({ enum: LOCALES, description: 'Language of the words; unset: each project’s own' }),
    IsOptional(),
    IsOneOf(LOCALES),
  );

/** Query of an answer in words. */
export class LanguageQuery {
  @Language()
  locale?: Locale;
}
