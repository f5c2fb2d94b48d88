import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type Locale, LOCALES } from '../../common/locale.js';
import { type Weekday, WEEKDAYS } from '../../common/working-time/calendar.js';
import { isTimeZone } from '../../common/working-time/zone.js';
import { Fits, IfGiven, IsOneOf, IsTrueOrFalse, IsUuid } from '../../http/index.js';
import type { QuietHours } from '../domain/schedule.js';
import { type Period, PERIODS } from '../domain/span.js';
import { type Channel, CHANNELS } from './subscription.entity.js';

const CLOCK_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const MAX_ADDRESS = 2_000;
const IsZone = () =>
  Fits(
    'isTimeZone',
    'must be the name of an IANA time zone, such as Europe/Berlin',
    (value) => typeof value === 'string' && isTimeZone(value),
  );

const ADDRESS = { maxLength: MAX_ADDRESS, example: 'https://hooks.example.com/digests' };
const NAME = { minLength: 1, maxLength: 100, example: 'Morning, #projects' };
const DAYS = { enum: WEEKDAYS, isArray: true, example: ['mon', 'tue', 'wed', 'thu', 'fri'] };

const IsName = () =>
  Matches(/^(?=.*\S)[^\p{C}]{1,100}$/u, { message: 'must be text of 1 to 100 characters on one line' });
const IsDays = () => (target: object, property: string) => {
  for (const check of [
    // The last one is checked first.
    IsIn(WEEKDAYS, { each: true, message: `must be a list of ${WEEKDAYS.join(', ')}` }),
    ArrayUnique({ message: 'must not name a day twice' }),
    ArrayMaxSize(WEEKDAYS.length, { message: 'must not name a day twice' }),
    ArrayNotEmpty({ message: 'must have a day at least' }),
    IsArray({ message: 'must be a list of days' }),
  ])
    check(target, property);
};
const IsHour = () => (target: object, property: string) => {
  for (const check of [
    Max(23, { message: 'must be 0 to 23' }),
    Min(0, { message: 'must be 0 to 23' }),
    IsInt({ message: 'must be a whole number' }),
  ])
    check(target, property);
};

export class QuietHoursBody implements QuietHours {
  @ApiProperty({ description: 'When they begin, `HH:MM`', example: '20:00' })
  @Matches(CLOCK_TIME, { message: 'must be a time of the day from 00:00 to 23:59' })
  start!: string;

  @ApiProperty({ description: 'When they end, on the same day or the next one', example: '08:00' })
  @Matches(CLOCK_TIME, { message: 'must be a time of the day from 00:00 to 23:59' })
  end!: string;
}

const QUIET = {
  type: QuietHoursBody,
  nullable: true,
  description: 'Local hours in which nothing is sent, also no late try; null: none',
};

export class NewSubscriptionBody {
  @ApiPropertyOptional({ format: 'uuid', description: 'Account scope; unset: the only one that you administer' })
  @IfGiven()
  @IsUuid()
  account_scope_id?: string;

  @ApiProperty({ ...NAME, description: 'What people call it' })
  @IsName()
  name!: string;

  @ApiProperty({
    enum: CHANNELS,
    description: 'webhook: JSON with a signature; slack: for Slack and what takes the same; email: a mail',
  })
  @IsOneOf(CHANNELS)
  channel!: Channel;

  @ApiProperty({
    ...ADDRESS,
    description:
      'Where it is sent: https://…, or a mail address. It is stored sealed; of an https one only the host is shown',
  })
  @IsString({ message: 'must be a text' })
  @MaxLength(MAX_ADDRESS, { message: `must have ${MAX_ADDRESS} characters at most` })
  address!: string;

  @ApiPropertyOptional({ enum: LOCALES, description: 'Language; unset: the server’s' })
  @IsOptional()
  @IsOneOf(LOCALES)
  locale?: Locale;

  @ApiPropertyOptional({ enum: PERIODS, default: 'day', description: 'Daily, or weekly' })
  @IsOptional()
  @IsOneOf(PERIODS)
  period: Period = 'day';

  @ApiPropertyOptional({
    ...DAYS,
    description:
      'Days on which it is sent; one for a weekly one. What happened on other days is told with the next. Unset: ' +
      'the server’s working days, or the first of them',
  })
  @IfGiven()
  @IsDays()
  days?: Weekday[];

  @ApiPropertyOptional({ minimum: 0, maximum: 23, default: 8, description: 'Local hour at which it is sent' })
  @IsOptional()
  @IsHour()
  hour: number = 8;

  @ApiPropertyOptional({ description: 'IANA time zone of these times; unset: the server’s', example: 'Europe/Berlin' })
  @IfGiven()
  @IsZone()
  time_zone?: string;

  @ApiPropertyOptional(QUIET)
  @IsOptional()
  @IsObject({ message: 'must be an object with start and end, or null' })
  @ValidateNested()
  @Type(() => QuietHoursBody)
  quiet_hours?: QuietHoursBody | null;
}

export class SubscriptionChangeBody {
  @ApiPropertyOptional({ ...NAME, description: 'What people call it' })
  @IfGiven()
  @IsName()
  name?: string;

  @ApiPropertyOptional({ ...ADDRESS, description: 'Where it is sent from now on; the secret stays' })
  @IfGiven()
  @IsString({ message: 'must be a text' })
  @MaxLength(MAX_ADDRESS, { message: `must have ${MAX_ADDRESS} characters at most` })
  address?: string;

  @ApiPropertyOptional({ enum: LOCALES, description: 'Language' })
  @IfGiven()
  @IsOneOf(LOCALES)
  locale?: Locale;

  @ApiPropertyOptional({ enum: PERIODS, description: 'Daily, or weekly' })
  @IfGiven()
  @IsOneOf(PERIODS)
  period?: Period;

  @ApiPropertyOptional({ ...DAYS, description: 'Days on which it is sent; one for a weekly one' })
  @IfGiven()
  @IsDays()
  days?: Weekday[];

  @ApiPropertyOptional({ minimum: 0, maximum: 23, description: 'Local hour at which it is sent' })
  @IfGiven()
  @IsHour()
  hour?: number;

  @ApiPropertyOptional({ description: 'IANA time zone of these times', example: 'Europe/Berlin' })
  @IfGiven()
  @IsZone()
  time_zone?: string;

  @ApiPropertyOptional(QUIET)
  @IsOptional()
  @IsObject({ message: 'must be an object with start and end, or null' })
  @ValidateNested()
  @Type(() => QuietHoursBody)
  quiet_hours?: QuietHoursBody | null;

  @ApiPropertyOptional({ description: 'Whether nothing is sent; false resumes also what was paused by a receiver' })
  @IfGiven()
  @IsTrueOrFalse()
  paused?: boolean;
}

export class SubscriptionParams {
  @ApiProperty({ format: 'uuid', description: 'Id of the subscription' })
  @IsUuid()
  id!: string;
}
