import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsCount } from './fields/count.js';
import { QueryFlag } from './query-flag.js';

const MAX_PROJECTS = 100;
const DEFAULT_PROJECTS = 50;
const CURSOR = 'must be the next_cursor of an earlier page';

/** Query of what there is of one project, or of all projects of its account scope, a page of projects at a time. */
export class ScopeQuery {
  @QueryFlag('Of all projects of the account scope, not of the active one only')
  all_projects: boolean = false;

  @ApiPropertyOptional({
    minimum: 1,
    maximum: MAX_PROJECTS,
    default: DEFAULT_PROJECTS,
    description: 'With all_projects: projects in the answer at most',
  })
  @IsOptional()
  @IsCount(MAX_PROJECTS)
  limit: number = DEFAULT_PROJECTS;

  @ApiPropertyOptional({ description: 'With all_projects: next_cursor of the page before' })
  @IsOptional()
  @IsString({ message: CURSOR })
  @MaxLength(200, { message: CURSOR })
  cursor?: string;
}
