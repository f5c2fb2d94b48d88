import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { endOfDay, isDay } from '../common/day.js';
import { IsDateTime, IsOneOf, IsTrueOrFalse, toDateTime, QueryFlag } from '../http/index.js';
import { SENDERS, SOURCE_KINDS, type Sender, type SourceKind } from './source-text.js';

export const SEARCH_MODES = ['hybrid', 'vector', 'lexical'] as const;
export type SearchMode = (typeof SEARCH_MODES)[number];

export class SearchFilter {
  @ApiPropertyOptional({ enum: SOURCE_KINDS, description: 'Only sources of this kind' })
  @IsOptional()
  @IsOneOf(SOURCE_KINDS)
  source_kind?: SourceKind;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Sources of this time or later' })
  @IsOptional()
  @Transform(toDateTime)
  @IsDateTime()
  from?: Date;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Sources of this time or earlier' })
  @IsOptional()
  @Transform(toDateTime)
  @IsDateTime()
  to?: Date;

  @ApiPropertyOptional({ example: 'cw:1:341', description: 'Global id of a conversation' })
  @IsOptional()
  @IsString({ message: 'must be a conversation’s global id' })
  @Length(1, 200, { message: 'must have 1 to 200 characters' })
  @Transform(withoutNul)
  conversation?: string;

  @ApiPropertyOptional({ enum: SENDERS, description: 'Only what this side said' })
  @IsOptional()
  @IsOneOf(SENDERS)
  sender?: Sender;
}

export class SearchRequest {
  @ApiProperty({ minLength: 1, maxLength: 4000, example: 'when will the invoice be paid' })
  @Transform(withoutNul)
  @IsString({ message: 'must be a text' })
  @Length(1, 4000, { message: 'must have 1 to 4000 characters' })
  query!: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 50, default: 10, description: 'Results wanted' })
  @IsOptional()
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(50, { message: 'must be at most 50' })
  topK: number = 10;

  @ApiPropertyOptional({ enum: SEARCH_MODES, default: 'hybrid', description: 'By meaning, by words, or both' })
  @IsOptional()
  @IsOneOf(SEARCH_MODES)
  mode: SearchMode = 'hybrid';

  @ApiPropertyOptional({ default: false, description: 'Whether each result shows what was said before and after it' })
  @IsOptional()
  @IsTrueOrFalse()
  neighbours: boolean = false;

  @ApiPropertyOptional({ type: SearchFilter, description: 'Narrows the search' })
  @IsOptional()
  @IsObject({ message: 'must be an object' })
  @ValidateNested()
  @Type(() => SearchFilter)
  filter?: SearchFilter;
}

/** A search as an address says it: the same as a request of POST, in one line. */
export class SearchLink {
  @ApiProperty({ minLength: 1, maxLength: 1000, example: 'when will the invoice be paid', description: 'What to find' })
  @Transform(withoutNul)
  @IsString({ message: 'must be a text' })
  @Length(1, 1000, { message: 'must have 1 to 1000 characters' })
  q!: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 50, default: 10, description: 'Results wanted' })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(50, { message: 'must be at most 50' })
  topK: number = 10;

  @ApiPropertyOptional({ enum: SEARCH_MODES, default: 'hybrid', description: 'By meaning, by words, or both' })
  @IsOptional()
  @IsOneOf(SEARCH_MODES)
  mode: SearchMode = 'hybrid';

  @QueryFlag('Whether each result shows what was said before and after it')
  neighbours: boolean = false;

  @ApiPropertyOptional({ enum: SOURCE_KINDS, description: 'Only sources of this kind' })
  @IsOptional()
  @IsOneOf(SOURCE_KINDS)
  source_kind?: SourceKind;

  @ApiPropertyOptional({ enum: SENDERS, description: 'Only what this side said' })
  @IsOptional()
  @IsOneOf(SENDERS)
  sender?: Sender;

  @ApiPropertyOptional({ example: 'cw:1:341', description: 'Global id of a conversation' })
  @IsOptional()
  @IsString({ message: 'must be a conversation’s global id' })
  @Length(1, 200, { message: 'must have 1 to 200 characters' })
  @Transform(withoutNul)
  conversation?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Sources of this time or later' })
  @IsOptional()
  @Transform(toDateTime)
  @IsDateTime()
  from?: Date;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'Sources of this time or earlier; a day counts up to its end',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && isDay(value) ? endOfDay(value) : toDateTime({ value }),
  )
  @IsDateTime()
  to?: Date;
}

/** PostgreSQL takes no NUL in a text; nobody types one. A blank query is an empty one. */
function withoutNul({ value }: { value: unknown }): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', ' ').trim() : value;
}
