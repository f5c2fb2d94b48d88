import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { PageQuery } from '../http/index.js';

export class AuditQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only events with this action', example: 'project.create' })
  @IsOptional()
  @Matches(/^[a-z0-9_.-]{1,100}$/, { message: 'must be the name of an action, such as project.create' })
  action?: string;
}
