import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
} from 'class-validator';
import { PageQuery } from '../http/index.js';
import { CONNECTORS } from './core/contract.js';
import { ERROR_STATUSES } from './core/connector-error.entity.js';

export class ErrorsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ERROR_STATUSES, description: 'Only errors with this status' })
  @IsOptional()
  @IsIn(ERROR_STATUSES, { message: `must be one of ${ERROR_STATUSES.join(', ')}` })
  status?: string;

  @ApiPropertyOptional({ enum: CONNECTORS, description: 'Only errors of this connector' })
  @IsOptional()
  @IsIn(CONNECTORS, { message: `must be one of ${CONNECTORS.join(', ')}` })
  connector?: string;
}

export class ReconciliationQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50, description: 'Rows in the answer at most' })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be 1 or more' })
  @Max(200, { message: 'must be 200 or less' })
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
  @IsBoolean({ message: 'must be true or false' })
  include_dead_letter?: boolean;
}
