import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { isDay } from '../common/day.js';
import { type Locale, LOCALES } from '../common/locale.js';
import { areWorkingHours, WEEKDAYS, type Weekday, type WorkingHours } from '../common/working-time/calendar.js';
import { isTimeZone } from '../common/working-time/zone.js';
import { Fits, IfGiven, IsUuid } from '../http/index.js';

/** No control characters and no half surrogates: PostgreSQL stores neither in text nor in JSON. */
const PLAIN_TEXT = /^(?=.*\S)[^\p{Cc}\p{Cs}]+$/u;

export class ProjectParams {
  @ApiProperty({ format: 'uuid', description: 'Id of the project' })
  @IsUuid()
  id!: string;
}

export class NewProjectBody {
  @ApiProperty({ minLength: 2, maxLength: 160, description: 'Name of the client project', example: 'Acme' })
  @Length(2, 160, { message: 'must be text of 2 to 160 characters' })
  @Matches(PLAIN_TEXT, { message: 'must be readable text on one line' })
  name!: string;

  @ApiPropertyOptional({
    description:
      'Account scope of the project: the key or the id of one that you administer; another key makes a scope. Unset: ' +
      'the only one you administer, else the default one',
    example: 'agency',
  })
  @IsOptional()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, {
    message: 'must be 1 to 64 letters, digits, dots, dashes or underscores, the first one a letter or digit',
  })
  account_scope_key?: string;

  @ApiPropertyOptional({
    minLength: 1,
    maxLength: 160,
    description: 'Name of the scope if its key is new',
    example: 'The Agency',
  })
  @IsOptional()
  @Length(1, 160, { message: 'must be text of 1 to 160 characters' })
  @Matches(PLAIN_TEXT, { message: 'must be readable text on one line' })
  account_scope_name?: string;
}

const CLOCK_TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

export class WorkingHoursBody implements WorkingHours {
  @ApiProperty({ description: 'When work begins, `HH:MM`', example: '09:00' })
  @Matches(CLOCK_TIME, { message: 'must be a time of the day from 00:00 to 24:00' })
  start!: string;

  @ApiProperty({ description: 'When it ends, later on the same day', example: '18:00' })
  @Matches(CLOCK_TIME, { message: 'must be a time of the day from 00:00 to 24:00' })
  end!: string;
}

const isHours = (value: unknown): boolean => {
  const { start, end } = value as Partial<WorkingHours>;
  // What is no time at all is told of the field itself.
  const areTimes = [start, end].every((time) => typeof time === 'string' && CLOCK_TIME.test(time));
  return !areTimes || areWorkingHours({ start: start ?? '', end: end ?? '' });
};

export class ProjectChangeBody {
  @ApiPropertyOptional({ minLength: 2, maxLength: 160, description: 'New name', example: 'Acme' })
  @IfGiven()
  @Length(2, 160, { message: 'must be text of 2 to 160 characters' })
  @Matches(PLAIN_TEXT, { message: 'must be readable text on one line' })
  name?: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'IANA name of the time zone in which people work; null: the server’s',
    example: 'Europe/Berlin',
  })
  @IsOptional()
  @Fits(
    'isTimeZone',
    'must be the name of an IANA time zone, such as Europe/Berlin, or null',
    (value) => typeof value === 'string' && isTimeZone(value),
  )
  time_zone?: string | null;

  @ApiPropertyOptional({
    enum: WEEKDAYS,
    isArray: true,
    nullable: true,
    description: 'Days on which people work; null: the server’s',
    example: ['mon', 'tue', 'wed', 'thu', 'fri'],
  })
  @IsOptional()
  // The last one is checked first.
  @IsIn(WEEKDAYS, { each: true, message: `must be a list of ${WEEKDAYS.join(', ')}` })
  @ArrayUnique({ message: 'must not name a day twice' })
  @ArrayNotEmpty({ message: 'must have a day at least' })
  @IsArray({ message: 'must be a list of days, or null' })
  working_days?: Weekday[] | null;

  @ApiPropertyOptional({
    type: WorkingHoursBody,
    nullable: true,
    description: 'Hours within which people work on these days, by local clocks; null: the server’s',
  })
  @IsOptional()
  @IsObject({ message: 'must be an object with start and end, or null' })
  @Fits('areWorkingHours', 'must end later than it starts', isHours)
  @ValidateNested()
  @Type(() => WorkingHoursBody)
  working_hours?: WorkingHoursBody | null;

  @ApiPropertyOptional({
    enum: LOCALES,
    nullable: true,
    description: 'Language of its recommendations; null: the server’s (RECOMMENDATIONS_LOCALE)',
    example: 'en',
  })
  @IsOptional()
  @IsIn(LOCALES, { message: `must be one of ${LOCALES.join(', ')}, or null` })
  locale?: Locale | null;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    nullable: true,
    description: 'First day on which the project is over; null: it goes on, also where the rule finds that it is over',
    example: '2026-02-28',
  })
  @IsOptional()
  @Fits('isDay', 'must be a day such as 2026-02-03, or null', (value) => typeof value === 'string' && isDay(value))
  ended_on?: string | null;
}
