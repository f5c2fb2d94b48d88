import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsCount, IsOneOf, IsTrueOrFalse, PageQuery, QueryFlag } from '../http/index.js';
import { CONNECTORS, type ConnectorName } from './core/contract.js';
import { ERROR_STATUSES } from './core/connector-error.entity.js';

export class ErrorsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ERROR_STATUSES, description: 'Only errors with this status' })
  @IsOptional()
  @IsOneOf(ERROR_STATUSES)
  status?: string;

  @ApiPropertyOptional({ enum: CONNECTORS, description: 'Only errors of this connector' })
  @IsOptional()
  @IsOneOf(CONNECTORS)
  connector?: string;
}

export class SyncQuery {
  @QueryFlag('Only says what the sync would change, with some examples of each list; nothing is written')
  preview: boolean = false;
}

export class Reread {
  @ApiPropertyOptional({ example: 'contacts', description: 'The list that is read from its beginning' })
  @IsOptional()
  @IsString({ message: 'must be the name of a list' })
  @MaxLength(64, { message: 'must be the name of a list' })
  stream?: string;

  @ApiPropertyOptional({
    type: [String],
    example: ['conversation:17'],
    description:
      'Records that are read again, by the `source_ref` of their errors, such as conversation:17, issue:ID or deals:ID',
  })
  @IsOptional()
  @IsArray({ message: 'must be a list of refs' })
  @ArrayMinSize(1, { message: 'must name one record at least' })
  @ArrayMaxSize(100, { message: 'must name 100 records at most' })
  @IsString({ each: true, message: 'must be refs such as conversation:17' })
  @MaxLength(300, { each: true, message: 'must be refs such as conversation:17' })
  refs?: string[];
}

export class SyncRunsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: CONNECTORS, description: 'Only syncs of this connector' })
  @IsOptional()
  @IsOneOf(CONNECTORS)
  connector?: ConnectorName;
}

export class ReconciliationQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50, description: 'Rows in the answer at most' })
  @IsOptional()
  @IsCount(200)
  limit: number = 50;
}

export class RetryErrors {
  @ApiPropertyOptional({ minimum: 1, maximum: 1000, default: 100, example: 100, description: 'Errors tried at most' })
  @IsOptional()
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be 1 or more' })
  @Max(1000, { message: 'must be 1000 or less' })
  limit?: number;

  @ApiPropertyOptional({
    type: [String],
    example: ['0b8e4f52-7a44-4d0e-9a55-0c8a6f3f9b10'],
    description: 'Only these, whether they are due or not',
  })
  @IsOptional()
  @IsArray({ message: 'must be a list of ids' })
  @ArrayMinSize(1, { message: 'must name one error at least' })
  @ArrayMaxSize(1000, { message: 'must name 1000 errors at most' })
  @IsUUID('all', { each: true, message: 'must be uuids' })
  ids?: string[];

  @ApiPropertyOptional({ default: false, example: true, description: 'Dead letters too' })
  @IsOptional()
  @IsTrueOrFalse()
  include_dead_letter?: boolean;
}
