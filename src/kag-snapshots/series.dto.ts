import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { IsCount, IsDay } from '../http/index.js';
import { SCORE_TYPES, SIGNAL_KEYS, type ScoreType, type SignalKey } from '../kag-signals/index.js';
import { MAX_DAYS, MAX_STEP, USUAL_DAYS } from './domain/series.js';

const toList = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value);
const someOf = (words: readonly string[]) => ({
  message: `must be some of ${words.join(', ')}, separated by commas`,
});

/** Which days a series has points of. */
export class SpanQuery {
  @ApiPropertyOptional({
    format: 'date',
    example: '2025-12-10',
    description: `First day, at most ${MAX_DAYS} days before \`to\`; unset: ${USUAL_DAYS} days up to \`to\``,
  })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ format: 'date', example: '2026-02-07', description: 'Last day; unset: today' })
  @IsOptional()
  @IsDay()
  to?: string;

  @ApiPropertyOptional({
    minimum: 1,
    maximum: MAX_STEP,
    default: 1,
    description: 'Days from point to point; each tells of the last of its days that is known',
  })
  @IsOptional()
  @IsCount(MAX_STEP)
  step: number = 1;
}

export class ScoreSeriesQuery extends SpanQuery {
  @ApiPropertyOptional({ type: String, example: 'project_health,risk', description: 'Scores wanted; unset: all' })
  @IsOptional()
  @Transform(toList)
  @IsArray(someOf(SCORE_TYPES))
  @ArrayUnique({ message: 'must name each score once' })
  @IsIn(SCORE_TYPES, { each: true, ...someOf(SCORE_TYPES) })
  fields: ScoreType[] = [...SCORE_TYPES];
}

export class SignalSeriesQuery extends SpanQuery {
  @ApiPropertyOptional({ type: String, example: 'blockers_age', description: 'Signals wanted; unset: all' })
  @IsOptional()
  @Transform(toList)
  @IsArray(someOf(SIGNAL_KEYS))
  @ArrayUnique({ message: 'must name each signal once' })
  @IsIn(SIGNAL_KEYS, { each: true, ...someOf(SIGNAL_KEYS) })
  fields: SignalKey[] = [...SIGNAL_KEYS];
}
