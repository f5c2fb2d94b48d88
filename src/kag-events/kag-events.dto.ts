import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsDate, IsIn, IsOptional, Matches } from 'class-validator';
import { PageQuery } from '../http/index.js';

const NAME = /^[a-z0-9_]{1,64}$/;

export class EventsQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'message_sent', description: 'Only events of this type' })
  @IsOptional()
  @Matches(NAME, { message: 'must be an event type such as message_sent' })
  type?: string;

  @ApiPropertyOptional({ enum: ['chatwoot', 'linear', 'attio', 'system'] })
  @IsOptional()
  @IsIn(['chatwoot', 'linear', 'attio', 'system'], { message: 'must be chatwoot, linear, attio or system' })
  source?: string;

  @ApiPropertyOptional({ example: 'embeddings_run', description: 'Only process events of this job' })
  @IsOptional()
  @Matches(NAME, { message: 'must be a job type such as embeddings_run' })
  process?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Only events at or after this time' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? new Date(value) : value))
  @IsDate({ message: 'must be a date and time in ISO 8601' })
  since?: Date;
}
