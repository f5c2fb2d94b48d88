import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsObject,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import type { Locale } from '../../common/locale.js';
import {
  IfGiven,
  IsDay,
  IsOneOf,
  IsTrueOrFalse,
  IsUuid,
  Language,
  PageQuery,
  toBoolean,
  toList,
  trimmed,
  QueryFlag,
} from '../../http/index.js';
import { type Resolution, STATUSES, type Status } from '../domain/lifecycle.js';
import { CATEGORIES, type Category, OWNER_ROLES, type OwnerRole } from '../domain/recommendation.js';
import { Assignee, DueDate, ResolutionNote, Resolved, Until } from '../recommendation-fields.js';
import { type InboxSort, SORTS } from './sorts.js';

export const MAX_AT_ONCE = 100;
const MAX_PROJECTS = 100;
const PRIORITIES = [3, 4, 5] as const;

const toNumbers = (given: { value: unknown }): unknown[] =>
  toList(given).map((one) => (typeof one === 'string' && /^\d+$/.test(one) ? Number(one) : one));

export class InboxQuery extends PageQuery {
  @Language()
  locale?: Locale;

  @ApiPropertyOptional({ enum: SORTS, default: 'urgent', description: 'What comes first' })
  @IsOptional()
  @IsOneOf(SORTS)
  sort: InboxSort = 'urgent';

  @ApiPropertyOptional({ enum: STATUSES, isArray: true, description: 'Any of these statuses' })
  @IsOptional()
  @Transform(toList)
  @ArrayMaxSize(STATUSES.length, { message: 'must be statuses, each once' })
  @IsOneOf(STATUSES, { each: true })
  status?: Status[];

  @ApiPropertyOptional({ description: 'Whether the reason is gone and the episode over; unset: both' })
  @IsOptional()
  @Transform(toBoolean)
  @IsTrueOrFalse()
  over?: boolean;

  @ApiPropertyOptional({ enum: CATEGORIES, isArray: true, description: 'Any of these categories' })
  @IsOptional()
  @Transform(toList)
  @ArrayMaxSize(CATEGORIES.length, { message: 'must be categories, each once' })
  @IsOneOf(CATEGORIES, { each: true })
  category?: Category[];

  @ApiPropertyOptional({ enum: PRIORITIES, isArray: true, description: 'Any of these priorities' })
  @IsOptional()
  @Transform(toNumbers)
  @ArrayMaxSize(PRIORITIES.length, { message: 'must be priorities, each once' })
  @IsOneOf(PRIORITIES, { each: true })
  priority?: number[];

  @ApiPropertyOptional({ enum: OWNER_ROLES, description: 'Whose kind of work it is' })
  @IsOptional()
  @IsOneOf(OWNER_ROLES)
  owner_role?: OwnerRole;

  @ApiPropertyOptional({ maxLength: 120, description: 'They are to do it: a login or any name' })
  @IsOptional()
  @Transform(trimmed)
  @Length(1, 120, { message: 'must be text of 1 to 120 characters' })
  assignee?: string;

  @QueryFlag('You are to do it')
  mine: boolean = false;

  @QueryFlag('No one in particular is to do it')
  unassigned: boolean = false;

  @ApiPropertyOptional({ format: 'date', description: 'Due on this day or earlier' })
  @IsOptional()
  @IsDay()
  due_before?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Due on this day or later' })
  @IsOptional()
  @IsDay()
  due_after?: string;

  @ApiPropertyOptional({
    type: [String],
    items: { type: 'string', format: 'uuid' },
    maxItems: MAX_PROJECTS,
    description: 'Of any of these projects',
  })
  @IsOptional()
  @Transform(toList)
  @ArrayMaxSize(MAX_PROJECTS, { message: `must name ${MAX_PROJECTS} projects at most` })
  @IsUUID(undefined, { each: true, message: 'must be uuids' })
  project?: string[];

  @ApiPropertyOptional({
    maxLength: 160,
    description:
      'Each of these words is in the project’s name, in what is recommended and why, in the assignee or in the note',
  })
  @IsOptional()
  @Transform(trimmed)
  @Length(1, 160, { message: 'must be text of 1 to 160 characters' })
  q?: string;
}

/** What is wanted; what is left out stays. */
export class WantedBody {
  @ApiPropertyOptional({ enum: STATUSES, example: 'done', description: 'What becomes of it' })
  @IfGiven()
  @IsOneOf(STATUSES)
  status?: Status;

  @Until()
  until?: string;

  @Resolved()
  resolution?: Resolution;

  @ResolutionNote()
  note?: string;

  @Assignee()
  assignee?: string | null;

  @DueDate()
  due_date?: string;
}

export class TargetBody {
  @ApiProperty({ format: 'uuid', description: 'Id of the recommendation' })
  @IsUuid()
  id!: string;

  @ApiPropertyOptional({
    type: String,
    example: '0a1b2c3d4e5f6071',
    description: 'The `version` that the change is made of; another one is refused. Unset: any',
  })
  @IfGiven()
  @Matches(/^[0-9a-f]{16}$/, { message: 'must be the version of a recommendation' })
  version?: string;
}

/** Several recommendations, of which the same is wanted. */
const Targets = () =>
  applyDecorators(
    Type(() => TargetBody),
    ValidateNested({ each: true, message: 'must be recommendations' }),
    // A list in the list would be taken for more of them.
    IsObject({ each: true, message: 'must be recommendations' }),
    ArrayUnique((one: TargetBody | null) => one?.id, { message: 'must name each recommendation once' }),
    ArrayMaxSize(MAX_AT_ONCE, { message: `must name ${MAX_AT_ONCE} recommendations at most` }),
    ArrayMinSize(1, { message: 'must name one recommendation at least' }),
    IsArray({ message: 'must be a list of recommendations' }),
    ApiProperty({ type: [TargetBody], minItems: 1, maxItems: MAX_AT_ONCE, description: 'Which ones, each once' }),
  );

export class ChangesBody extends WantedBody {
  @Targets()
  recommendations!: TargetBody[];
}

export class UndoBody {
  @Targets()
  recommendations!: TargetBody[];
}
