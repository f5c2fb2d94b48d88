import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { type Locale, LOCALES } from '../common/locale.js';
import { IsDay, IsOneOf } from '../http/index.js';
import { type Period, PERIODS } from './domain/span.js';

export class DigestQuery {
  @ApiPropertyOptional({ format: 'date', description: 'The last UTC day; unset: the latest that is over' })
  @IsOptional()
  @IsDay()
  date?: string;

  @ApiPropertyOptional({ enum: PERIODS, default: 'day', description: 'That day, or the seven days that end with it' })
  @IsOptional()
  @IsOneOf(PERIODS)
  period: Period = 'day';

  @ApiPropertyOptional({ enum: LOCALES, description: 'Language of the words; unset: the server’s' })
  @IsOptional()
  @IsOneOf(LOCALES)
  locale?: Locale;
}
