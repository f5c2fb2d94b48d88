import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { IsOneOf, IsTrueOrFalse } from '../http/index.js';
import { HEARD_TYPES } from '../kag-events/index.js';

export class EventParams {
  @ApiProperty({
    pattern: '^[1-9][0-9]{0,17}$',
    example: '4211',
    description: 'The event, as GET /kag/events names it',
  })
  @Matches(/^[1-9]\d{0,17}$/, { message: 'must be the id of an event' })
  id!: string;
}

export class VerdictBody {
  @ApiProperty({ example: false, description: 'Whether the words say what was heard in them' })
  @IsTrueOrFalse()
  right!: boolean;

  @ApiPropertyOptional({
    enum: HEARD_TYPES,
    nullable: true,
    type: String,
    example: 'scope_change_detected',
    description: 'What they should have given, one of the event’s `alternatives`; without it, or null: nothing',
  })
  @IsOptional()
  @IsOneOf(HEARD_TYPES)
  instead?: string | null;
}
