import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsDate, IsIn, IsOptional, Matches } from 'class-validator';
import { PageQuery } from '../http/index.js';
import { EVENT_SOURCES, type EventSource } from './event.js';

const NAME = /^[a-z0-9_]{1,64}$/;
// `new Date` alone would take '1' for the year 2001.
const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/;

export class EventsQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'message_sent', description: 'Only events of this type' })
  @IsOptional()
  @Matches(NAME, { message: 'must be an event type such as message_sent' })
  type?: string;

  @ApiPropertyOptional({ enum: EVENT_SOURCES, description: 'Only events from here' })
  @IsOptional()
  @IsIn(EVENT_SOURCES, { message: 'must be chatwoot, linear, attio or system' })
  source?: EventSource;

  @ApiPropertyOptional({ example: 'embeddings_run', description: 'Only process events of this job' })
  @IsOptional()
  @Matches(NAME, { message: 'must be a job type such as embeddings_run' })
  process?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Only events at or after this time' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && ISO.test(value) ? new Date(value) : value,
  )
  @IsDate({ message: 'must be a date, or a date and time with its zone, in ISO 8601' })
  since?: Date;
}
