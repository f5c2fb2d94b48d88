import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsDate, IsOptional, IsString, Length } from 'class-validator';
import { ACTION_KINDS } from '../connectors/index.js';
import { IsOneOf, IsTrueOrFalse, IsUuid, PageQuery, toList, trimmed } from '../http/index.js';
import { STATUSES, type ActionStatus } from './domain/status.js';

/** What no vendor does: it waits here until somebody looks. */
export const REMINDER = 'reminder';
export const KINDS = [...ACTION_KINDS, REMINDER];

const MOMENT = { message: 'must be a moment such as 2026-02-12T09:00:00Z' };
export const LONGEST_TITLE = 200;
export const LONGEST_TEXT = 10_000;

/** `new Date` alone would take '1' for the year 2001. */
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
const toDate = ({ value }: { value: unknown }) =>
  typeof value === 'string' && ISO.test(value) ? new Date(value) : value;

/** That the client may get it. */
const Confirm = () =>
  applyDecorators(
    IsTrueOrFalse(),
    IsOptional(),
    ApiPropertyOptional({
      example: false,
      description: 'That the client may get it: needed to send what reaches the client',
    }),
  );

export class ActionParams {
  @ApiProperty({ format: 'uuid', description: 'Id of the action' })
  @IsUuid()
  id!: string;
}

export class ActionsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: KINDS, description: 'Only actions of this kind' })
  @IsOptional()
  @IsOneOf(KINDS)
  kind?: string;

  @ApiPropertyOptional({ enum: STATUSES, isArray: true, description: 'Any of these statuses' })
  @IsOptional()
  @Transform(toList)
  @ArrayMaxSize(STATUSES.length, { message: 'must be statuses, each once' })
  @IsOneOf(STATUSES, { each: true })
  status?: ActionStatus[];

  @ApiPropertyOptional({ format: 'uuid', description: 'Only actions that were made from this recommendation' })
  @IsOptional()
  @IsUuid()
  recommendation?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Only reminders that are due by this moment' })
  @IsOptional()
  @Transform(toDate)
  @IsDate(MOMENT)
  due?: Date;
}

export class PreviewBody {
  @ApiProperty({ enum: KINDS, example: 'linear_issue', description: 'What is to be done' })
  @IsOneOf(KINDS)
  kind!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The recommendation that it is drafted from' })
  @IsOptional()
  @IsUuid()
  recommendation_id?: string;
}

export class NewActionBody extends PreviewBody {
  @ApiPropertyOptional({
    maxLength: 300,
    example: '0d9a2f4e-6a57-4f43-9d0b-2b8a1c3d5e70',
    description: 'Where it goes: the id of one of the targets of a preview. Needed for all but reminders',
  })
  @IsOptional()
  @Transform(trimmed)
  @IsString({ message: 'must be a text' })
  @Length(1, 300, { message: 'must be the id of a target' })
  target?: string;

  @ApiPropertyOptional({
    maxLength: LONGEST_TITLE,
    example: 'Follow up: 4 working days without an answer',
    description: 'For the kinds whose preview has one',
  })
  @IsOptional()
  @Transform(trimmed)
  @Length(1, LONGEST_TITLE, { message: `must be text of 1 to ${LONGEST_TITLE} characters` })
  title?: string;

  @ApiProperty({ maxLength: LONGEST_TEXT, example: 'The team asked the client.', description: 'As it is sent' })
  @Transform(trimmed)
  @Length(1, LONGEST_TEXT, { message: `must be text of 1 to ${LONGEST_TEXT} characters` })
  text!: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'When a reminder is due; with reminders only',
  })
  @IsOptional()
  @Transform(toDate)
  @IsDate(MOMENT)
  due_at?: Date;

  @Confirm()
  confirm?: boolean;

  @ApiPropertyOptional({ example: false, description: 'Keep it as a draft: nothing is sent until somebody sends it' })
  @IsOptional()
  @IsTrueOrFalse()
  draft?: boolean;
}

export class SendBody {
  @Confirm()
  confirm?: boolean;
}
