import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../http/index.js';
import { CONNECTORS } from './core/contract.js';

const STATUSES = ['pending', 'retrying', 'dead_letter', 'resolved'];

export class ErrorsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATUSES, description: 'Only errors with this status' })
  @IsOptional()
  @IsIn(STATUSES, { message: `must be one of ${STATUSES.join(', ')}` })
  status?: string;

  @ApiPropertyOptional({ enum: CONNECTORS, description: 'Only errors of this connector' })
  @IsOptional()
  @IsIn(CONNECTORS, { message: `must be one of ${CONNECTORS.join(', ')}` })
  connector?: string;
}
