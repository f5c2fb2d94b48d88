import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional } from 'class-validator';
import { LOCALES, type Locale } from '../common/locale.js';
import { IsCount, IsOneOf } from '../http/index.js';
import { WINDOW_DAYS, type WindowDays } from './domain/signature.js';

const DEFAULT_WINDOW: WindowDays = 14;
const WINDOW = { enum: WINDOW_DAYS, default: DEFAULT_WINDOW, description: 'Length of the window in days' };
const ONE_OF = { message: `must be ${WINDOW_DAYS.join(', ').replace(/, (?=\d+$)/, ' or ')}` };

export class SimilarCasesQuery {
  @ApiPropertyOptional(WINDOW)
  @IsOptional()
  @Type(() => Number)
  @IsIn(WINDOW_DAYS, ONE_OF)
  window_days: WindowDays = DEFAULT_WINDOW;

  @ApiPropertyOptional({ minimum: 1, maximum: 50, default: 5, description: 'Cases in `all` at most' })
  @IsOptional()
  @IsCount(50)
  top_k: number = 5;

  @ApiPropertyOptional({ enum: LOCALES, description: 'Language of `why_similar`; unset: the server’s' })
  @IsOptional()
  @IsOneOf(LOCALES)
  locale?: Locale;
}

export class RebuildRequest {
  @ApiPropertyOptional(WINDOW)
  @IsOptional()
  @IsIn(WINDOW_DAYS, ONE_OF)
  window_days: WindowDays = DEFAULT_WINDOW;
}
