import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import type { Locale } from '../common/locale.js';
import { IsOneOf, Language, PageQuery, QueryFlag } from '../http/index.js';
import { RISK_TYPES, type RiskType } from '../kag-forecast/index.js';
import { CATEGORIES, type Category } from '../kag-recommendations/index.js';
import { type ProjectState, STATES } from './domain/filter.js';
import { type PortfolioSort, SORTS } from './domain/order.js';

export class PortfolioQuery extends PageQuery {
  @Language()
  locale?: Locale;

  @ApiPropertyOptional({ enum: SORTS, default: 'troubled', description: 'What comes first' })
  @IsOptional()
  @IsOneOf(SORTS)
  sort: PortfolioSort = 'troubled';

  @ApiPropertyOptional({ maxLength: 160, description: 'A part of the name, in any case' })
  @IsOptional()
  @IsString({ message: 'must be a text' })
  @Length(1, 160, { message: 'must be text of 1 to 160 characters' })
  q?: string;

  @ApiPropertyOptional({ enum: RISK_TYPES, description: 'The risk is there, or likelier than usual' })
  @IsOptional()
  @IsOneOf(RISK_TYPES)
  risk?: RiskType;

  @ApiPropertyOptional({ enum: CATEGORIES, description: 'A recommendation of this category is open' })
  @IsOptional()
  @IsOneOf(CATEGORIES)
  category?: Category;

  @ApiPropertyOptional({ maxLength: 120, description: 'They are to do an open recommendation: a login or any name' })
  @IsOptional()
  @Length(1, 120, { message: 'must be text of 1 to 120 characters' })
  assignee?: string;

  @QueryFlag('You are to do an open recommendation')
  mine: boolean = false;

  @ApiPropertyOptional({
    enum: STATES,
    default: 'going_on',
    description: 'Projects that go on, that are over, or both',
  })
  @IsOptional()
  @IsOneOf(STATES)
  state: ProjectState = 'going_on';
}
