import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, registerDecorator } from 'class-validator';
import { isDay } from '../common/day.js';
import { type Locale, LOCALES } from '../common/locale.js';
import { type Period, PERIODS } from './domain/span.js';

const wordOf = (words: readonly string[]) => ({ message: `must be one of ${words.join(', ')}` });

/** A day of the calendar. */
const IsDay = () => (target: object, propertyName: string) =>
  registerDecorator({
    name: 'isDay',
    target: target.constructor,
    propertyName,
    options: { message: 'must be a day such as 2026-02-03' },
    validator: { validate: (value: unknown) => typeof value === 'string' && isDay(value) },
  });

export class DigestQuery {
  @ApiPropertyOptional({ format: 'date', description: 'The last UTC day; unset: the latest that is over' })
  @IsOptional()
  @IsDay()
  date?: string;

  @ApiPropertyOptional({ enum: PERIODS, default: 'day', description: 'That day, or the seven days that end with it' })
  @IsOptional()
  @IsIn(PERIODS, wordOf(PERIODS))
  period: Period = 'day';

  @ApiPropertyOptional({ enum: LOCALES, description: 'Language of the words; unset: the server’s' })
  @IsOptional()
  @IsIn(LOCALES, wordOf(LOCALES))
  locale?: Locale;
}
