import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional } from 'class-validator';
import { type Locale, LOCALES } from '../common/locale.js';
import { IsOneOf, IsTrueOrFalse, toBoolean } from '../http/index.js';

export class ForecastQuery {
  @ApiPropertyOptional({ enum: LOCALES, description: 'Language of the words; unset: the project’s own' })
  @IsOptional()
  @IsOneOf(LOCALES)
  locale?: Locale;

  @ApiPropertyOptional({ default: false, description: 'Forecasts without evidence too' })
  @IsOptional()
  @Transform(toBoolean)
  @IsTrueOrFalse()
  include_unpublished: boolean = false;
}
