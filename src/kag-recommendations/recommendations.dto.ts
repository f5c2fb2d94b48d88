import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsOneOf, IsTrueOrFalse, IsUuid, PageQuery, storable, toBoolean, QueryFlag } from '../http/index.js';
import { type Resolution, STATUSES, type Status } from './domain/lifecycle.js';
import { Assignee, DueDate, ResolutionNote, Resolved, Until } from './recommendation-fields.js';

const ALL_PROJECTS = {
  default: false,
  description: 'Of all projects of the account scope, not of the active one only',
};

export class RecommendationsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATUSES, description: 'Only recommendations with this status' })
  @IsOptional()
  @IsOneOf(STATUSES)
  status?: Status;

  @ApiPropertyOptional(ALL_PROJECTS)
  @IsOptional()
  @Transform(toBoolean)
  @IsTrueOrFalse()
  all_projects: boolean = false;

  @QueryFlag('Those with too little evidence too')
  include_hidden: boolean = false;
}

export class RecommendationParams {
  @ApiProperty({ format: 'uuid', description: 'Id of the recommendation' })
  @IsUuid()
  id!: string;
}

/** What every body of these routes may say. */
class Reaching {
  @ApiPropertyOptional({ ...ALL_PROJECTS, example: false })
  @IsOptional()
  @IsTrueOrFalse()
  all_projects?: boolean;
}

export class SeenBody {
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

export class ShownBody extends SeenBody {
  @ApiPropertyOptional({ ...ALL_PROJECTS, example: false })
  @IsOptional()
  @IsTrueOrFalse()
  all_projects?: boolean;
}

export class StatusBody extends Reaching {
  @ApiProperty({ enum: STATUSES, example: 'acknowledged', description: 'What becomes of it' })
  @IsOneOf(STATUSES)
  status!: Status;

  @Until()
  until?: string;

  @Resolved()
  resolution?: Resolution;

  @ResolutionNote()
  note?: string;
}

export class ChangeBody extends Reaching {
  @Assignee()
  assignee?: string | null;

  @DueDate()
  due_date?: string;
}

export class FeedbackBody extends Reaching {
  @ApiProperty({ example: true, description: 'Whether it was of use' })
  @IsTrueOrFalse()
  helpful!: boolean;

  @ApiPropertyOptional({ maxLength: 2000, example: 'They answered the same day', description: 'Why' })
  @IsOptional()
  @Transform(storable)
  @MaxLength(2000, { message: 'must have 2000 characters at most' })
  @IsString({ message: 'must be a text' })
  note?: string;
}
