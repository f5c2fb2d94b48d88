import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { type Locale, LOCALES } from '../common/locale.js';

export class ForecastQuery {
  @ApiPropertyOptional({ enum: LOCALES, description: 'Language of the words; unset: the project’s own' })
  @IsOptional()
  @IsIn(LOCALES, { message: `must be one of ${LOCALES.join(', ')}` })
  locale?: Locale;

  @ApiPropertyOptional({ default: false, description: 'Forecasts without evidence too' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'must be true or false' })
  include_unpublished: boolean = false;
}
