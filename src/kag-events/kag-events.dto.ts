import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDate, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { PageQuery } from '../http/index.js';
import { EVENT_SOURCES, type EventSource } from './event.js';

const NAME = /^[a-z0-9_]{1,64}$/;
const MAX_TYPES = 30;
export const EVENT_KINDS = ['domain', 'process', 'correction'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
// `new Date` alone would take '1' for the year 2001.
const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/;

const toDate = ({ value }: { value: unknown }) =>
  typeof value === 'string' && ISO.test(value) ? new Date(value) : value;
const A_DATE = { message: 'must be a date, or a date and time with its zone, in ISO 8601' };

export class EventsQuery extends PageQuery {
  @ApiPropertyOptional({
    type: String,
    example: 'message_sent',
    description: `Only events of this type, or of these, separated by commas, ${MAX_TYPES} at most`,
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray({ message: 'must be an event type such as message_sent' })
  @ArrayMaxSize(MAX_TYPES, { message: `must name ${MAX_TYPES} types at most` })
  @Matches(NAME, { each: true, message: 'must be an event type such as message_sent' })
  type?: string[];

  @ApiPropertyOptional({
    enum: EVENT_KINDS,
    description:
      'Only what clients and teams did (domain), only the server’s own work (process), or only what people took back and ' +
      'brought back (correction)',
  })
  @IsOptional()
  @IsIn(EVENT_KINDS, { message: `must be one of ${EVENT_KINDS.join(', ')}` })
  kind?: EventKind;

  @ApiPropertyOptional({
    example: 'cw:1:341',
    description: 'Only events about this message, conversation, issue, cycle, deal, activity or contact: its id',
  })
  @IsOptional()
  @IsString({ message: 'must be an id' })
  @Length(1, 200, { message: 'must have 1 to 200 characters' })
  @Matches(/^[^\0]*$/, { message: 'must be readable text' })
  entity?: string;

  @ApiPropertyOptional({ enum: EVENT_SOURCES, description: 'Only events from here' })
  @IsOptional()
  @IsIn(EVENT_SOURCES, { message: `must be one of ${EVENT_SOURCES.join(', ')}` })
  source?: EventSource;

  @ApiPropertyOptional({ example: 'embeddings_run', description: 'Only process events of this job' })
  @IsOptional()
  @Matches(NAME, { message: 'must be a job type such as embeddings_run' })
  process?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only process events of this run' })
  @IsOptional()
  @IsUUID(undefined, { message: 'must be a uuid' })
  run_id?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Only events at or after this time' })
  @IsOptional()
  @Transform(toDate)
  @IsDate(A_DATE)
  since?: Date;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Only events at or before this time' })
  @IsOptional()
  @Transform(toDate)
  @IsDate(A_DATE)
  until?: Date;
}
