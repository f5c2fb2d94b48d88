import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsDay, IsOneOf, PageQuery, QueryFlag } from '../http/index.js';
import { OUTCOME_TYPES, type OutcomeType } from './domain/outcome-types.js';

export class RefreshSnapshots {
  @ApiPropertyOptional({ format: 'date', example: '2026-02-03', description: 'The one day to compute; default: today' })
  @IsOptional()
  @IsDay()
  snapshot_date?: string;

  @ApiPropertyOptional({
    format: 'date',
    example: '2025-12-06',
    description: 'First of many days, at most 400; not together with snapshot_date',
  })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ format: 'date', example: '2026-02-03', description: 'Last of the days; default: today' })
  @IsOptional()
  @IsDay()
  to?: string;
}

export class SnapshotsQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'date', example: '2026-01-01', description: 'Only this day and later ones' })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ format: 'date', example: '2026-01-31', description: 'Only this day and earlier ones' })
  @IsOptional()
  @IsDay()
  to?: string;

  @QueryFlag('Of all projects of the account scope, not of the active one only')
  all_projects: boolean = false;

  @QueryFlag('Those without evidence too')
  include_unpublished: boolean = false;
}

export class OnsetsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: OUTCOME_TYPES, description: 'Only onsets of this risk' })
  @IsOptional()
  @IsOneOf(OUTCOME_TYPES)
  risk_type?: OutcomeType;
}

export class OutcomesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: OUTCOME_TYPES, description: 'Only outcomes of this type' })
  @IsOptional()
  @IsOneOf(OUTCOME_TYPES)
  outcome_type?: OutcomeType;
}
