import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsCount } from './fields/count.js';
import { orNull } from './marks.js';

export const MAX_PAGE = 200;
const DEFAULT_PAGE = 50;
/** Of the longest sort key: a name of 160 characters takes 480 bytes, and more in a cursor. */
const MAX_CURSOR = 1000;

/** The next_cursor of an example: of a last page. */
export const NEXT_CURSOR = orNull('WyI0MjExIl0', null);

/** Query of every list: how many rows, and after which one. */
export class PageQuery {
  @ApiPropertyOptional({
    minimum: 1,
    maximum: MAX_PAGE,
    default: DEFAULT_PAGE,
    description: 'Rows in the answer at most',
  })
  @IsOptional()
  @IsCount(MAX_PAGE)
  limit: number = DEFAULT_PAGE;

  @ApiPropertyOptional({ description: 'next_cursor of the page before' })
  @IsOptional()
  @IsString({ message: 'must be the next_cursor of an earlier page' })
  @MaxLength(MAX_CURSOR, { message: 'must be the next_cursor of an earlier page' })
  cursor?: string;
}
