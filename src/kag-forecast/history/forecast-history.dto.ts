import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { SpanQuery } from '../../kag-snapshots/index.js';
import { RISK_TYPES, type RiskType } from '../domain/risks.js';

const RISKS = { message: `must be some of ${RISK_TYPES.join(', ')}, separated by commas` };

export class ForecastHistoryQuery extends SpanQuery {
  @ApiPropertyOptional({ type: String, example: 'client_risk,finance_risk', description: 'Risks wanted; unset: all' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray(RISKS)
  @ArrayUnique({ message: 'must name each risk once' })
  @IsIn(RISK_TYPES, { each: true, ...RISKS })
  fields: RiskType[] = [...RISK_TYPES];
}
