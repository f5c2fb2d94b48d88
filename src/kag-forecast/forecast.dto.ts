import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { type Locale, LOCALES } from '../common/locale.js';
import { IsOneOf, QueryFlag, ScopeQuery } from '../http/index.js';

export class ForecastQuery extends ScopeQuery {
  @ApiPropertyOptional({ enum: LOCALES, description: 'Language of the words; unset: the project’s own' })
  @IsOptional()
  @IsOneOf(LOCALES)
  locale?: Locale;

  @QueryFlag('Forecasts without evidence too')
  include_unpublished: boolean = false;
}
