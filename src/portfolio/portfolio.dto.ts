import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { type Locale, LOCALES } from '../common/locale.js';
import { PageQuery } from '../http/index.js';
import { RISK_TYPES, type RiskType } from '../kag-forecast/index.js';
import { CATEGORIES, type Category } from '../kag-recommendations/index.js';
import { type ProjectState, STATES } from './domain/filter.js';
import { type PortfolioSort, SORTS } from './domain/order.js';

const wordOf = (words: readonly string[]) => ({ message: `must be one of ${words.join(', ')}` });

/** In which language what is told is told. */
export class PortfolioLanguageQuery {
  @ApiPropertyOptional({ enum: LOCALES, description: 'Language of the words; unset: each project’s own' })
  @IsOptional()
  @IsIn(LOCALES, wordOf(LOCALES))
  locale?: Locale;
}

export class PortfolioQuery extends PageQuery {
  @ApiPropertyOptional({ enum: LOCALES, description: 'Language of the words; unset: each project’s own' })
  @IsOptional()
  @IsIn(LOCALES, wordOf(LOCALES))
  locale?: Locale;

  @ApiPropertyOptional({ enum: SORTS, default: 'troubled', description: 'What comes first' })
  @IsOptional()
  @IsIn(SORTS, wordOf(SORTS))
  sort: PortfolioSort = 'troubled';

  @ApiPropertyOptional({ maxLength: 160, description: 'A part of the name, in any case' })
  @IsOptional()
  @IsString({ message: 'must be a text' })
  @Length(1, 160, { message: 'must be text of 1 to 160 characters' })
  q?: string;

  @ApiPropertyOptional({ enum: RISK_TYPES, description: 'The risk is there, or likelier than usual' })
  @IsOptional()
  @IsIn(RISK_TYPES, wordOf(RISK_TYPES))
  risk?: RiskType;

  @ApiPropertyOptional({ enum: CATEGORIES, description: 'A recommendation of this category is open' })
  @IsOptional()
  @IsIn(CATEGORIES, wordOf(CATEGORIES))
  category?: Category;

  @ApiPropertyOptional({ maxLength: 120, description: 'They are to do an open recommendation: a login or any name' })
  @IsOptional()
  @Length(1, 120, { message: 'must be text of 1 to 120 characters' })
  assignee?: string;

  @ApiPropertyOptional({ default: false, description: 'You are to do an open recommendation' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'must be true or false' })
  mine: boolean = false;

  @ApiPropertyOptional({
    enum: STATES,
    default: 'going_on',
    description: 'Projects that go on, that are over, or both',
  })
  @IsOptional()
  @IsIn(STATES, wordOf(STATES))
  state: ProjectState = 'going_on';
}
