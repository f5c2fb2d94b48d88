import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type Locale, LOCALES } from '../common/locale.js';
import { QueryFlag, ScopeQuery } from '../http/index.js';

export class ForecastQuery extends ScopeQuery {
  @ApiPropertyOptional({ enum: LOCALES, description: 'Language of the words; unset: the project’s own' })
  @IsOptional()
  @IsIn(LOCALES, { message: `must be one of ${LOCALES.join(', ')}` })
  locale?: Locale;

  @QueryFlag('Forecasts without evidence too')
  include_unpublished: boolean = false;
}
