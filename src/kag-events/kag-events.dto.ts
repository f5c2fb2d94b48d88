import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, Length, Matches } from 'class-validator';
import { IsDateTime, IsOneOf, IsUuid, PageQuery, toDateTime } from '../http/index.js';
import { EVENT_SOURCES, type EventSource } from './event.js';

const NAME = /^[a-z0-9_]{1,64}$/;
const MAX_TYPES = 30;
export const EVENT_KINDS = ['domain', 'process', 'correction'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
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
  @IsOneOf(EVENT_KINDS)
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
  @IsOneOf(EVENT_SOURCES)
  source?: EventSource;

  @ApiPropertyOptional({ example: 'embeddings_run', description: 'Only process events of this job' })
  @IsOptional()
  @Matches(NAME, { message: 'must be a job type such as embeddings_run' })
  process?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only process events of this run' })
  @IsOptional()
  @IsUuid()
  run_id?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Only events at or after this time' })
  @IsOptional()
  @Transform(toDateTime)
  @IsDateTime()
  since?: Date;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Only events at or before this time' })
  @IsOptional()
  @Transform(toDateTime)
  @IsDateTime()
  until?: Date;
}
