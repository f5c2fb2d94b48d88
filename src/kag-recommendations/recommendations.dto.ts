import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { isDay } from '../common/day.js';
import { PageQuery } from '../http/index.js';
import { RESOLUTIONS, type Resolution, STATUSES, type Status } from './domain/lifecycle.js';

const ALL_PROJECTS = {
  default: false,
  description: 'Of all projects of the account scope, not of the active one only',
};
const BOOLEAN = { message: 'must be true or false' };
const STATUS = { message: `must be one of ${STATUSES.join(', ')}` };

/** A query's words for a truth; anything else stays as it is and fails `@IsBoolean`. */
const toBoolean = ({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value);
/** Text that the database takes whole, in jsonb too. */
const storable = ({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.replaceAll('\0', ' ').toWellFormed() : value;

const trimmed = (given: { value: unknown }) => {
  const text = storable(given);
  return typeof text === 'string' ? text.trim() : text;
};

const IsDay = () =>
  ValidateBy(
    { name: 'isDay', validator: { validate: (value: unknown) => typeof value === 'string' && isDay(value) } },
    { message: 'must be a day such as 2026-02-03' },
  );

/** A rule that looks at the rest of the body. */
const Fits = (name: string, message: string, fits: (value: unknown, body: Partial<StatusBody>) => boolean) =>
  ValidateBy(
    { name, validator: { validate: (value: unknown, given) => fits(value, given?.object ?? {}) } },
    { message },
  );

export class RecommendationsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATUSES, description: 'Only recommendations with this status' })
  @IsOptional()
  @IsIn(STATUSES, STATUS)
  status?: Status;

  @ApiPropertyOptional(ALL_PROJECTS)
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean(BOOLEAN)
  all_projects: boolean = false;

  @ApiPropertyOptional({ default: false, description: 'Those with too little evidence too' })
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean(BOOLEAN)
  include_hidden: boolean = false;
}

export class RecommendationParams {
  @ApiProperty({ format: 'uuid', description: 'Id of the recommendation' })
  @IsUUID(undefined, { message: 'must be a uuid' })
  id!: string;
}

/** What every body of these routes may say. */
class Reaching {
  @ApiPropertyOptional({ ...ALL_PROJECTS, example: false })
  @IsOptional()
  @IsBoolean(BOOLEAN)
  all_projects?: boolean;
}

export class ShownBody extends Reaching {
  @ApiProperty({
    type: [String],
    minItems: 1,
    maxItems: 200,
    example: ['6a1f0c52-94d7-4f0b-8a2e-1b7c9d3e5f60'],
    description: 'The recommendations that a person has seen',
  })
  @IsArray({ message: 'must be a list of ids' })
  @ArrayMinSize(1, { message: 'must name one recommendation at least' })
  @ArrayMaxSize(200, { message: 'must name 200 recommendations at most' })
  @IsUUID(undefined, { each: true, message: 'must be uuids' })
  recommendation_ids!: string[];
}

/** Days and words belong to some of the moves only. */
const ForStatus = (statuses: readonly Status[]) =>
  ValidateIf(({ status }: { status?: Status }, value) => value !== undefined || isOneOf(statuses, status));
const isOneOf = (statuses: readonly Status[], status: Status | undefined) =>
  status !== undefined && statuses.includes(status);
const RESOLVED = ['done', 'dismissed'] as const;

export class StatusBody extends Reaching {
  @ApiProperty({ enum: STATUSES, example: 'acknowledged', description: 'What becomes of it' })
  @IsIn(STATUSES, STATUS)
  status!: Status;

  @ApiPropertyOptional({
    format: 'date',
    example: '2026-02-12',
    description: 'The day on which a snoozed one comes back; with `snoozed` only, and needed there',
  })
  @ForStatus(['snoozed'])
  @Fits('isForSnoozed', 'goes with the status snoozed only', (_value, { status }) => status === 'snoozed')
  @IsDay()
  until?: string;

  @ApiPropertyOptional({
    enum: RESOLUTIONS,
    example: 'prevented',
    description: 'What became of the risk; with `done` and `dismissed` only',
  })
  @IsOptional()
  @Fits('isForResolved', 'goes with the statuses done and dismissed only', (_value, { status }) =>
    isOneOf(RESOLVED, status),
  )
  @IsIn(RESOLUTIONS, { message: `must be one of ${RESOLUTIONS.join(', ')}` })
  resolution?: Resolution;

  @ApiPropertyOptional({ maxLength: 2000, example: 'We called them', description: 'A word on the resolution' })
  @IsOptional()
  @Transform(storable)
  @Fits('isForResolution', 'goes with a resolution only', (_value, { resolution }) => resolution !== undefined)
  @MaxLength(2000, { message: 'must have 2000 characters at most' })
  @IsString({ message: 'must be a text' })
  note?: string;
}

export class ChangeBody extends Reaching {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    minLength: 1,
    maxLength: 120,
    example: 'olga',
    description: 'Who does it: a user’s login or any name; null: no one in particular',
  })
  @ValidateIf((_body, value) => value !== undefined && value !== null)
  @Transform(trimmed)
  @Length(1, 120, { message: 'must be text of 1 to 120 characters, or null' })
  assignee?: string | null;

  @ApiPropertyOptional({ format: 'date', example: '2026-02-12', description: 'Until when: today or a later day' })
  @ValidateIf((_body, value) => value !== undefined)
  @IsDay()
  due_date?: string;
}

export class FeedbackBody extends Reaching {
  @ApiProperty({ example: true, description: 'Whether it was of use' })
  @IsBoolean(BOOLEAN)
  helpful!: boolean;

  @ApiPropertyOptional({ maxLength: 2000, example: 'They answered the same day', description: 'Why' })
  @IsOptional()
  @Transform(storable)
  @MaxLength(2000, { message: 'must have 2000 characters at most' })
  @IsString({ message: 'must be a text' })
  note?: string;
}
