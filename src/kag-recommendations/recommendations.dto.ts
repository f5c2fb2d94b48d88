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
  MaxLength,
} from 'class-validator';
import { PageQuery } from '../http/index.js';
import { STATUSES, type Status } from './domain/lifecycle.js';

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

export class StatusBody extends Reaching {
  @ApiProperty({ enum: STATUSES, example: 'acknowledged', description: 'What becomes of it' })
  @IsIn(STATUSES, STATUS)
  status!: Status;
}

export class FeedbackBody extends Reaching {
  @ApiProperty({ example: true, description: 'Whether it was of use' })
  @IsBoolean(BOOLEAN)
  helpful!: boolean;

  @ApiPropertyOptional({ maxLength: 2000, example: 'They answered the same day', description: 'Why' })
  @IsOptional()
  @Transform(storable)
  @IsString({ message: 'must be a text' })
  @MaxLength(2000, { message: 'must have 2000 characters at most' })
  note?: string;
}
